import { useCallback, useEffect, useState } from 'react';
import { type WaitingEmail, waitingEmail } from '../api/accounts';
import { asMe } from './session';

/** The address that waits for an answer to its letter, if there is one, and a way to look anew. */
export const useWaitingEmail = (): {
  readonly waiting: WaitingEmail | undefined;
  readonly look: () => void;
} => {
  const [waiting, setWaiting] = useState<WaitingEmail>();
  const look = useCallback(async () => {
    const result = await asMe(waitingEmail);
    if (result.type === 'done') setWaiting(result.value.waiting);
  }, []);
  useEffect(() => {
    void look();
  }, [look]);
  return { waiting, look };
};
