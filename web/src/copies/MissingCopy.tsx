import type { Fingerprint } from '@matinee/link/media';
import { Clapperboard } from 'lucide-react';
import { clockText } from '../player/position';
import type { Film, UnplayableCause } from '../room/view';
import { useCopiesTexts } from '../texts/copies/texts';
import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { ChooseCopy } from './ChooseCopy';
import { sizeText } from './differenceText';

type MissingCopyProps = {
  readonly film: Film;
  readonly wanted: Fingerprint;
  readonly cause: UnplayableCause;
  readonly onChosen: () => void;
  /** Chooses another film; nothing where this person may not. */
  readonly onChange: (() => void) | undefined;
};

/** Each plays an own copy, and this person has none that plays: says what is wanted, and takes it. */
export const MissingCopy = ({ film, wanted, cause, onChosen, onChange }: MissingCopyProps) => {
  const { texts, language } = useLanguage();
  const copies = useCopiesTexts();
  const facts = [
    film.lengthMs !== undefined && clockText(film.lengthMs),
    sizeText(language, wanted.bytes),
  ];
  return (
    <div className="stage-card copy">
      <h2>{copies.missingTitle}</h2>
      <p className="copy-wanted">
        <strong>{film.title}</strong>
        <span className="numbers">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {cause === 'noCopy' ? (
        <p>{copies.missingText}</p>
      ) : (
        <Trouble text={cause === 'fileGone' ? copies.faults.gone : copies.faults.unplayable} />
      )}
      <ChooseCopy film={film} wanted={wanted} onChosen={onChosen} />
      {onChange && (
        <button type="button" className="pill copy-change" onClick={onChange}>
          <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.room.change}
        </button>
      )}
    </div>
  );
};
