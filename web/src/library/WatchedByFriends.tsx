import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { type Title, watchedByFriends } from '../api/library';
import { useLibraryTexts } from '../texts/library/texts';
import { TitleCard } from './TitleCard';

/** What friends watch now, or watched lately, of what the person may find; nothing at all where there is nothing. */
export const WatchedByFriends = ({ onFound }: { readonly onFound: () => void }) => {
  const texts = useLibraryTexts();
  const [titles, setTitles] = useState<readonly Title[]>([]);
  useEffect(() => {
    let wanted = true;
    void asMe(watchedByFriends).then((result) => {
      if (!wanted || result.type !== 'done') return;
      setTitles(result.value.titles);
      if (result.value.titles.length > 0) onFound();
    });
    return () => {
      wanted = false;
    };
  }, [onFound]);
  if (titles.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="watched-by-friends">
      <h2 id="watched-by-friends">{texts.watchedByFriends}</h2>
      <ul className="titles">
        {titles.map((title) => (
          <TitleCard key={title.id} title={title} />
        ))}
      </ul>
    </section>
  );
};
