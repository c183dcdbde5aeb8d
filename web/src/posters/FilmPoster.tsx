import { use } from 'react';
import { Poster } from '../library/Poster';
import { PostersContext } from './usePosters';
import './filmPoster.css';

/** The poster of a film that is before the room, small; nothing where it has none. */
export const FilmPoster = ({ film }: { readonly film: string | undefined }) => {
  const poster = use(PostersContext).get(film ?? '');
  if (film === undefined || poster === undefined) return null;
  return (
    <span className="film-poster" aria-hidden="true">
      <Poster title={{ id: film, poster }} />
    </span>
  );
};
