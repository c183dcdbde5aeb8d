import { useEffect, useEffectEvent, useState } from 'react';
import { asMe } from '../account/session';
import { friendsTitles, type Title } from '../api/library';
import { useLibraryTexts } from '../texts/library/texts';
import { TitleCard } from './TitleCard';

type FromFriendsProps = {
  /** What is looked for; everything where it is empty. */
  readonly search: string;
  /** Told when there is something. */
  readonly onFound: () => void;
};

/** What friends let the person find; nothing at all where there is nothing. */
export const FromFriends = ({ search, onFound }: FromFriendsProps) => {
  const texts = useLibraryTexts();
  const [titles, setTitles] = useState<readonly Title[]>([]);
  const tellFound = useEffectEvent(onFound);
  useEffect(() => {
    let wanted = true;
    void asMe(friendsTitles(search)).then((result) => {
      if (!wanted || result.type !== 'done') return;
      setTitles(result.value.titles);
      if (result.value.total > 0) tellFound();
    });
    return () => {
      wanted = false;
    };
  }, [search]);
  if (titles.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="from-friends">
      <h2 id="from-friends">{texts.fromFriends}</h2>
      <p className="shelf-why">{texts.fromFriendsWhy}</p>
      <ul className="titles">
        {titles.map((title) => (
          <TitleCard key={title.id} title={title} />
        ))}
      </ul>
    </section>
  );
};
