import { useState } from 'react';
import type { Title } from '../api/library';
import { colourOf } from '../people/colours';
import './poster.css';

type PosterProps = { readonly title: Pick<Title, 'id' | 'poster'> };

/** The picture of a title; colours where there is none, or none comes. One that is higher than wide is seen whole, before itself. */
export const Poster = ({ title: { id, poster } }: PosterProps) => {
  const [failed, setFailed] = useState<string>();
  const [tall, setTall] = useState<string>();
  const isTall = poster !== undefined && poster === tall;
  return (
    <span
      className="poster"
      data-art={colourOf(id) % 5}
      data-tall={isTall}
      style={isTall ? { backgroundImage: `url("${poster}")` } : undefined}
    >
      {poster !== undefined && poster !== failed && (
        <img
          src={poster}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            if (naturalHeight > naturalWidth) setTall(poster);
          }}
          onError={() => setFailed(poster)}
        />
      )}
    </span>
  );
};
