import { useEffect, useState } from 'react';
import { asMe } from '../account/session';
import { suggestions, type Title } from '../api/library';
import { useLibraryTexts } from '../texts/library/texts';
import { TitleCard } from './TitleCard';

/** What goes with what the person watched lately, and why; nothing at all where there is nothing. */
export const ForYou = () => {
  const texts = useLibraryTexts();
  const [titles, setTitles] = useState<readonly Title[]>([]);
  useEffect(() => {
    let wanted = true;
    void asMe(suggestions).then((result) => {
      if (wanted && result.type === 'done') setTitles(result.value.titles);
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (titles.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="for-you">
      <h2 id="for-you">{texts.forYou}</h2>
      <p className="shelf-why">{texts.forYouWhy}</p>
      <ul className="titles">
        {titles.map((title) => (
          <TitleCard key={title.id} title={title} />
        ))}
      </ul>
    </section>
  );
};
