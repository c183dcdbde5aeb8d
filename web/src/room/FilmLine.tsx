import { Clapperboard, HardDrive } from 'lucide-react';
import { nameOfSite } from '../embeds/sites';
import { clockText } from '../player/position';
import { FilmPoster } from '../posters/FilmPoster';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { InStepChip } from './InStepChip';
import { type Film, filmIn, may, type RoomView } from './view';

const placeOf = (
  { room, ownCopy: words }: Texts,
  { address, embed, ownCopy, page }: Film,
): string => {
  if (ownCopy) return words.facts;
  if (embed) return room.loadedBy(nameOfSite[embed.provider]);
  const url = address ?? page;
  return url ? room.loadedBy(new URL(url).hostname) : room.uploaded;
};

/** Where the film comes from and how long it is. */
export const factsOf = (texts: Texts, film: Film): string => {
  const from = placeOf(texts, film);
  return film.lengthMs === undefined ? from : `${clockText(film.lengthMs)} · ${from}`;
};

type FilmLineProps = {
  readonly view: RoomView;
  readonly onChange: () => void;
  readonly onCopy: () => void;
};

/** The line below the film: its poster and title, on a phone what the room is called, how much it is in step, and the way to another film. */
export const FilmLine = ({ view, onChange, onCopy }: FilmLineProps) => {
  const texts = useTexts();
  const film = filmIn(view);
  const { title } = view.door;
  return (
    <div className="film-line">
      <FilmPoster film={film?.upload} />
      <div className="film-words">
        {film && <h1 title={film.title}>{film.title}</h1>}
        <p className="numbers">
          {title !== undefined && <strong className="room-name">{title}</strong>}
          {film && <span>{factsOf(texts, film)}</span>}
        </p>
      </div>
      <InStepChip view={view} />
      {film?.ownCopy && view.player.type !== 'unplayable' && (
        <button
          type="button"
          className="pill change-film"
          aria-label={texts.ownCopy.mine}
          onClick={onCopy}
        >
          <HardDrive size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="wide-words">{texts.ownCopy.mine}</span>
        </button>
      )}
      {film && may(view, 'LOAD') && (
        <button
          type="button"
          className="pill change-film"
          aria-label={texts.room.change}
          onClick={onChange}
        >
          <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="wide-words">{texts.room.change}</span>
        </button>
      )}
    </div>
  );
};
