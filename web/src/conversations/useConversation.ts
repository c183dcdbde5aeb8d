import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { textOfFailure } from '../account/failure';
import { asMe } from '../account/session';
import {
  deleteMessage,
  editMessage,
  type Message,
  type MessagePage,
  markRead,
  messagesAfter,
  messagesBefore,
  sendMessage,
} from '../api/conversations';
import type { AsMe } from '../api/people';
import type { Result } from '../api/request';
import { listenForNews } from '../friends/news';
import { useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { newKey } from './key';
import { merged } from './messages';

/** Something that the person said and the server has not: under way, or with why it could not be sent. */
export type Unsent = { readonly key: string; readonly text: string; readonly why?: string };

export type Conversation = {
  /** Nothing until they are known. */
  readonly messages: readonly Message[] | undefined;
  readonly hasEarlier: boolean;
  readonly unsent: readonly Unsent[];
  readonly trouble: string | undefined;
  readonly say: (text: string) => void;
  readonly sayAgain: (unsent: Unsent) => void;
  readonly edit: (number: number, text: string) => Promise<boolean>;
  readonly remove: (number: number) => Promise<boolean>;
  /** Does something else with the person and reads what came of it; gives whether it was done. */
  readonly act: (what: (person: string) => AsMe) => Promise<boolean>;
  readonly fetchEarlier: () => void;
};

/** Reads everything that changed since, in order; gives how it went. */
const readSince = async (
  person: string,
  since: number,
  onPage: (page: MessagePage) => void,
): Promise<Result<MessagePage>> => {
  const result = await asMe(messagesAfter(person, since));
  if (result.type !== 'done') return result;
  onPage(result.value);
  const last = result.value.messages.at(-1)?.change;
  return result.value.more && last !== undefined ? readSince(person, last, onPage) : result;
};

/** Notes that the person has read up to the newest message, while the page is in sight. */
const useReadMark = (person: string, newest: number, read: RefObject<number>): void => {
  useEffect(() => {
    const mark = () => {
      if (document.hidden || newest <= read.current) return;
      read.current = newest;
      void asMe(markRead(person, newest));
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [person, newest, read]);
};

/** What something that was asked of the server came to, for the person; nothing if it was done. */
const useTelling = () => {
  const all = useTexts();
  const texts = usePeopleTexts();
  return useCallback(
    (result: Result<unknown>): string | undefined => {
      if (result.type === 'failed' && result.kind === 'no-friend') return texts.noFriendsNow;
      if (result.type === 'failed' && (result.status === 404 || result.status === 409))
        return texts.gone;
      return textOfFailure(all, result, all.account.other);
    },
    [all, texts],
  );
};

/** What the person and somebody say to each other, kept up to date while it is looked at, and read by that. */
export const useConversation = (person: string): Conversation => {
  const [messages, setMessages] = useState<readonly Message[]>();
  const [hasEarlier, setEarlier] = useState(false);
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const changes = useRef<number>(undefined);
  const read = useRef(0);
  const take = useCallback((page: MessagePage) => {
    changes.current = Math.max(changes.current ?? 0, page.changes);
    read.current = Math.max(read.current, page.read);
    setMessages((known) => merged(known ?? [], page.messages));
  }, []);
  const tell = useTelling();
  const refresh = useCallback(async () => {
    const since = changes.current;
    if (since !== undefined) {
      setTrouble(tell(await readSince(person, since, take)));
      return;
    }
    const result = await asMe(messagesBefore(person));
    setTrouble(tell(result));
    if (result.type !== 'done') return;
    setEarlier(result.value.more);
    take(result.value);
  }, [person, take, tell]);
  useEffect(() => listenForNews(() => void refresh()), [refresh]);

  useReadMark(person, messages?.at(-1)?.number ?? 0, read);

  const send = async (key: string, text: string) => {
    setUnsent((before) => [...before.filter((each) => each.key !== key), { key, text }]);
    const result = await asMe(sendMessage(person, key, text));
    const why = tell(result);
    if (why === undefined) await refresh();
    setUnsent((before) =>
      before.flatMap((each) =>
        each.key !== key ? [each] : why === undefined ? [] : [{ ...each, why }],
      ),
    );
  };
  const change = async (what: AsMe): Promise<boolean> => {
    const result = await asMe(what);
    await refresh();
    if (result.type !== 'done') setTrouble(tell(result));
    return result.type === 'done';
  };
  const fetchEarlier = async () => {
    const result = await asMe(messagesBefore(person, messages?.[0]?.number));
    setTrouble(tell(result));
    if (result.type !== 'done') return;
    setEarlier(result.value.more);
    setMessages((known) => merged(known ?? [], result.value.messages));
  };
  return {
    messages,
    hasEarlier,
    unsent,
    trouble,
    say: (text) => void send(newKey(), text),
    sayAgain: ({ key, text }) => void send(key, text),
    edit: (number, text) => change(editMessage(person, number, text)),
    act: (what) => change(what(person)),
    remove: (number) => change(deleteMessage(person, number)),
    fetchEarlier: () => void fetchEarlier(),
  };
};
