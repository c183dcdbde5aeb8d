import { useEffect, useReducer, useState } from 'react';
import { becomeCompanion } from '../api/companions';
import type { Result } from '../api/request';
import { companionPassOf, keepCompanionPass } from '../device/entered';

/** How far this device has come on its way to be a companion. */
export type Entry =
  | { readonly type: 'asking' }
  | { readonly type: 'entered'; readonly pass: string }
  /** The link is over, or there was none; nothing is kept of an earlier one. */
  | { readonly type: 'over' | 'none' }
  | { readonly type: 'unknownRoom' | 'unreachable' };

const tokenInAddress = (): string => location.hash.slice(1);

const forgetToken = (): void => history.replaceState(history.state, '', location.pathname);

const asked = new Map<string, Promise<Result<string>>>();

/** A token is good once: whoever asks for the same again while the first answer is on its way waits for that. */
const exchanged = (roomId: string, token: string): Promise<Result<string>> => {
  const under = asked.get(token) ?? becomeCompanion(roomId, token);
  asked.set(token, under);
  return under.finally(() => asked.delete(token));
};

const kept = (roomId: string, otherwise: 'over' | 'none'): Entry => {
  const pass = companionPassOf(roomId);
  return pass === undefined ? { type: otherwise } : { type: 'entered', pass };
};

/** What the answer means. A link that is opened again, from a message for instance, leads back to where it led before. */
const entryOf = (roomId: string, result: Result<string>): Entry => {
  if (result.type === 'done') return { type: 'entered', pass: result.value };
  if (result.type === 'offline') return { type: 'unreachable' };
  if (result.status === 404) return { type: 'unknownRoom' };
  return result.kind === 'link-over' ? kept(roomId, 'over') : { type: 'unreachable' };
};

/** Exchanges the token in the page's address, if there is one, for the pass of a companion; that is kept, and the token leaves the address. */
export const useEntry = (roomId: string) => {
  const [token, setToken] = useState(tokenInAddress);
  const [round, again] = useReducer((n: number) => n + 1, 0);
  const [entry, setEntry] = useState<Entry>({ type: 'asking' });
  useEffect(() => {
    const listening = new AbortController();
    const look = () => tokenInAddress() !== '' && setToken(tokenInAddress());
    window.addEventListener('hashchange', look, listening);
    return () => listening.abort();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew.
  useEffect(() => {
    if (token === '') return setEntry(kept(roomId, 'none'));
    let wanted = true;
    setEntry({ type: 'asking' });
    void exchanged(roomId, token).then((result) => {
      if (result.type === 'done') keepCompanionPass(roomId, result.value);
      if (!wanted) return;
      const next = entryOf(roomId, result);
      if (next.type !== 'unreachable') forgetToken();
      setEntry(next);
    });
    return () => {
      wanted = false;
    };
  }, [roomId, token, round]);
  return { entry, again };
};
