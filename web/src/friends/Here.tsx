import { Link } from 'wouter';
import { useSummaries } from '../home/summaries';
import { useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import './friends.css';

/** What the room is called of those in which a friend may be seen that is shown; nothing where there is none. */
export const useTitleOf = (rooms: readonly string[] | undefined): string | undefined => {
  const texts = useTexts().home;
  const room = rooms?.[0];
  const { known } = useSummaries(room === undefined ? [] : [room]);
  if (room === undefined) return undefined;
  const summary = known.get(room);
  return summary?.name ?? summary?.title ?? texts.untitled;
};

/** That a friend is here, and what the friend watches, if that may be seen. */
export const HereNow = ({ title }: { readonly title: string | undefined }) => {
  const texts = usePeopleTexts();
  return (
    <small className="here-now">{title === undefined ? texts.hereNow : texts.watches(title)}</small>
  );
};

type JoinProps = {
  readonly name: string;
  readonly room: string;
  readonly title: string;
};

/** The way to the room where a friend is. */
export const Join = ({ name, room, title }: JoinProps) => {
  const texts = usePeopleTexts();
  return (
    <Link href={`/r/${room}`} className="pill join" aria-label={texts.joinIn(name, title)}>
      {texts.join}
    </Link>
  );
};
