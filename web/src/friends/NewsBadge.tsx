import { readCircle } from '../api/people';
import { useTalks } from '../conversations/useTalks';
import { usePeopleTexts } from '../texts/people/texts';
import { useAtNews } from './useAtNews';

/** How many wait for the person: who asks to be a friend, and what is unread. Nothing where nobody does. */
export const NewsBadge = () => {
  const texts = usePeopleTexts();
  const asking = useAtNews(readCircle)?.asking ?? [];
  const talks = useTalks() ?? [];
  const waiting = talks.reduce((sum, { unread }) => sum + unread, asking.length);
  if (waiting === 0) return null;
  return (
    <>
      <span className="badge numbers" aria-hidden="true">
        {waiting >= 99 ? '99+' : waiting}
      </span>
      <span className="unseen">{texts.unreadAll(waiting)}</span>
    </>
  );
};
