import { useMemo } from 'react';
import { libraryFilm } from '../api/library';
import { Poster } from '../library/Poster';
import { useTitle } from '../library/useTitle';
import { useScreeningTexts } from '../texts/screenings/texts';

/** The film of the person's library with which an evening is planned. */
export const PlannedFilm = ({ film, title }: { readonly film: string; readonly title: string }) => {
  const texts = useScreeningTexts();
  const { known } = useTitle(useMemo(() => libraryFilm(film), [film]));
  const poster = known.type === 'there' ? known.title.poster : undefined;
  return (
    <div className="plan-film">
      <span className="title-picture">
        <Poster title={{ id: film, poster }} />
      </span>
      <span>{texts.ownFilm}</span>
      <strong>{title}</strong>
    </div>
  );
};
