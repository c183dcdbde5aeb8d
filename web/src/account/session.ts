import { useEffect, useSyncExternalStore } from 'react';
import { type Account, type Entered, refresh, signIn, signOut } from '../api/accounts';
import type { Result } from '../api/request';
import { forget, keyOf, remember, remembered } from '../device/memory';
import { deviceNameOf } from './deviceName';

/** Whether somebody is signed in in this browser. `unknown`: the server has not been asked yet, or does not answer. */
export type Session =
  | { readonly type: 'unknown' }
  | { readonly type: 'out' }
  | {
      readonly type: 'in';
      readonly account: Account;
      readonly access: string;
      /** When `access` ends, on the clock of `performance.now()`. */
      readonly endsAt: number;
    };

const out: Session = { type: 'out' };
const unknown: Session = { type: 'unknown' };

/** What is left of an access token must outlast a slow request. */
const marginMs = 30_000;

// One for the page: all of it is signed in, or nothing of it. Who never signed in here asks the server for nothing.
let session: Session = remembered('signedIn') === undefined ? out : unknown;
let underWay: Promise<Result<Entered>> | undefined;
const listeners = new Set<() => void>();

const become = (next: Session): void => {
  session = next;
  for (const listener of listeners) listener();
};

const becomeIn = (entered: Entered): void => {
  remember('signedIn', entered.account.id);
  remember('name', entered.account.name);
  become({
    type: 'in',
    account: entered.account,
    access: entered.access,
    endsAt: performance.now() + entered.expiresInS * 1000,
  });
};

const becomeOut = (): void => {
  forget('signedIn');
  become(out);
};

const settle = (result: Result<Entered>): Result<Entered> => {
  if (result.type === 'done') becomeIn(result.value);
  else if (result.type === 'failed' && result.status === 401) becomeOut();
  return result;
};

/** Signs in with the browser's cookie; whoever wants it at the same time shares one request. */
const renew = (): Promise<Result<Entered>> => {
  underWay ??= refresh()
    .then(settle)
    .finally(() => {
      underWay = undefined;
    });
  return underWay;
};

// Another tab of this browser signed in or out.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== keyOf('signedIn')) return;
  if (newValue === null) become(out);
  else {
    become(unknown);
    void renew();
  }
});

/** Signs in. A refusal leaves everything as it was. */
export const enter = async (email: string, password: string): Promise<Result<Entered>> => {
  const result = await signIn(email, password, deviceNameOf(navigator.userAgent));
  return result.type === 'done' ? settle(result) : result;
};

/** Signs out here. Done also when the server has forgotten this browser. */
export const leave = async (): Promise<Result<unknown>> => {
  const result = await signOut();
  if (result.type === 'done') becomeOut();
  return result;
};

/** What `leave` leaves, when the server has signed this browser out already. */
export const left = becomeOut;

/** Puts what the server answered in the place of what was known of the account. */
export const nowKnownAs = (account: Account): void => {
  if (session.type !== 'in') return;
  remember('name', account.name);
  become({ ...session, account });
};

/** The address has been confirmed. */
export const nowConfirmed = (): void => {
  if (session.type === 'in') nowKnownAs({ ...session.account, confirmed: true });
};

/** Asks as the person who is signed in, with an access token that still lasts; a refused token is renewed once. */
export const asMe = async <Value>(
  ask: (access: string) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  if (session.type === 'in' && session.endsAt - marginMs > performance.now()) {
    const result = await ask(session.access);
    if (result.type !== 'failed' || result.status !== 401) return result;
  }
  const renewed = await renew();
  return renewed.type === 'done' ? ask(renewed.value.access) : renewed;
};

/** Whether somebody is signed in, or may turn out to be. */
export const maySignIn = (): boolean => session.type !== 'out';

/** Asks the server whether who was signed in still is: it may have been ended elsewhere. */
export const lookAgain = (): void => {
  if (session.type === 'in') void renew();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Whether somebody is signed in; asks the server if that is not known. */
export const useSession = (): Session => {
  const now = useSyncExternalStore(subscribe, () => session);
  const isUnknown = now.type === 'unknown';
  useEffect(() => {
    if (isUnknown) void renew();
  }, [isUnknown]);
  return now;
};
