import { useState } from 'react';
import type { Title } from '../api/library';
import { colourOf } from '../people/colours';

/** The picture of a title; colours where there is none, or none comes. */
export const Poster = ({ title: { id, poster } }: { readonly title: Title }) => {
  const [hasFailed, setFailed] = useState(false);
  return (
    <span className="poster" data-art={colourOf(id) % 5}>
      {poster !== undefined && !hasFailed && (
        <img src={poster} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />
      )}
    </span>
  );
};
