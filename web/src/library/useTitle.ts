import { useCallback, useEffect, useState } from 'react';
import { asMe, useSession } from '../account/session';
import type { Title } from '../api/library';
import type { AsMe } from '../api/people';
import { useLookingAgain } from './useLookingAgain';
import { withoutPoster } from './withPosters';

/** What is known of one title. `gone`: there is none such, or it is not this person's. */
export type Known<Kind extends Title> =
  | { readonly type: 'unknown' | 'gone' | 'failed' }
  | { readonly type: 'there'; readonly title: Kind };

/** One title, as `read` gives it once somebody is signed in. A poster that is made meanwhile comes by itself. */
export const useTitle = <Kind extends Title>(read: AsMe<Kind>) => {
  const session = useSession();
  const [known, setKnown] = useState<Known<Kind>>({ type: 'unknown' });
  const [round, setRound] = useState(0);
  const isIn = session.type === 'in';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    if (!isIn) return;
    let wanted = true;
    void asMe(read).then((result) => {
      if (!wanted) return;
      if (result.type === 'done') setKnown({ type: 'there', title: result.value });
      else
        setKnown({ type: result.type === 'failed' && result.status === 404 ? 'gone' : 'failed' });
    });
    return () => {
      wanted = false;
    };
  }, [isIn, read, round]);
  const awaited = known.type === 'there' ? withoutPoster([known.title]) : '';
  const look = useCallback(async () => {
    const result = await asMe(read);
    if (result.type !== 'done') return;
    const { poster } = result.value;
    if (poster === undefined) return;
    setKnown((now) =>
      now.type === 'there' && now.title.id === result.value.id && now.title.poster === undefined
        ? { ...now, title: { ...now.title, poster } }
        : now,
    );
  }, [read]);
  useLookingAgain(awaited, look);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const become = useCallback((title: Kind) => setKnown({ type: 'there', title }), []);
  return { known, again, become };
};
