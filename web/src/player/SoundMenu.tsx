import type { Sounds } from '@matinee/link/player';
import { AudioLines, Check } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../texts/language';
import { Floating } from '../ui/floating';
import { nameOfLanguage } from '../ui/nameOfLanguage';

/** Which track of sound this person hears, where the film has several. */
export const SoundMenu = ({ sounds }: { readonly sounds: Sounds | undefined }) => {
  const { texts, language } = useLanguage();
  const [, redraw] = useState(0);
  const tracks = sounds?.tracks() ?? [];
  if (!sounds || tracks.length < 2) return null;
  const names = tracks.map((track) => nameOfLanguage(track.language, language));
  const labelOf = (place: number): string => {
    const name = names[place];
    const isAlone = names.filter((other) => other === name).length === 1;
    const numbered = texts.renditions.numbered(place + 1);
    if (name === undefined) return numbered;
    return isAlone ? name : `${name}, ${numbered}`;
  };
  return (
    <Floating
      kind="menu"
      side="above"
      label={texts.renditions.track}
      opener={(opener) => (
        <button type="button" className="control" aria-label={texts.renditions.track} {...opener}>
          <AudioLines size={22} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    >
      {(close) =>
        tracks.map((_, place) => (
          <button
            key={labelOf(place)}
            type="button"
            role="menuitemradio"
            aria-checked={place === sounds.heard()}
            className="choice"
            onClick={() => {
              sounds.hear(place);
              redraw((n) => n + 1);
              close();
            }}
          >
            <Check
              size={18}
              className={place === sounds.heard() ? '' : 'hidden'}
              aria-hidden="true"
            />
            {labelOf(place)}
          </button>
        ))
      }
    </Floating>
  );
};
