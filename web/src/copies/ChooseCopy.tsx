import type { Fingerprint } from '@matinee/link/media';
import { useState } from 'react';
import type { Film } from '../room/view';
import { useCopiesTexts } from '../texts/copies/texts';
import { useLanguage } from '../texts/language';
import { useDroppedFile } from '../ui/useDroppedFile';
import { CopyFile } from './CopyFile';
import { differenceOf } from './difference';
import { differenceText } from './differenceText';
import { handleOf } from './handles';
import { Looking } from './Looking';
import { ReopenCopy } from './ReopenCopy';
import { ShiftField } from './ShiftField';
import { putCopy } from './shelf';
import { type Inspecting, type Picked, useInspection } from './useInspection';
import './copies.css';

type ChooseCopyProps = {
  readonly film: Film;
  readonly wanted: Fingerprint;
  /** A file was chosen, and can be played. */
  readonly onChosen: () => void;
};

type Found = Extract<Inspecting, { type: 'done' }>;

/** What is chosen is another copy: how it differs, and what to do about that. */
const AnotherCopy = ({ film, wanted, found, onChosen }: ChooseCopyProps & { found: Found }) => {
  const { language } = useLanguage();
  const texts = useCopiesTexts();
  const [shiftMs, setShiftMs] = useState(0);
  const difference = differenceOf({ fingerprint: wanted, lengthMs: film.lengthMs }, found);
  const play = () => {
    putCopy(wanted, { file: found.file, handle: found.handle, isSame: false, shiftMs });
    onChosen();
  };
  return (
    <div className="copy-another">
      <p role="alert">
        <strong>{texts.another}</strong>{' '}
        {difference.type !== 'same' && differenceText(texts, language, difference)}
      </p>
      <ShiftField shiftMs={shiftMs} onShift={setShiftMs} />
      <button type="button" className="action" onClick={play}>
        {texts.playAnyway}
      </button>
    </div>
  );
};

/** Chooses the own copy of what the room has loaded: the same file plays at once, another one if the person wants that. */
export const ChooseCopy = ({ film, wanted, onChosen }: ChooseCopyProps) => {
  const texts = useCopiesTexts();
  const { state, start, cancel } = useInspection(wanted.salt);
  const isSame = (found: Found) => differenceOf({ fingerprint: wanted }, found).type === 'same';
  const pick = async (picked: Picked) => {
    const found = await start(picked);
    if (found?.type !== 'done' || !isSame(found)) return;
    putCopy(wanted, { ...picked, isSame: true, shiftMs: 0 });
    onChosen();
  };
  useDroppedFile(async (file, handle) => pick({ file, handle: handleOf(await handle) }));
  return (
    <>
      {(state.type === 'looking' || state.type === 'fault') && (
        <Looking state={state} onCancel={cancel} />
      )}
      {state.type === 'done' && !isSame(state) && (
        <AnotherCopy film={film} wanted={wanted} found={state} onChosen={onChosen} />
      )}
      {state.type !== 'looking' && (
        <div className="copy-row">
          {state.type === 'none' && <ReopenCopy hash={wanted.hash} onPick={pick} />}
          <CopyFile
            className={state.type === 'none' ? 'action copy-file' : 'pill copy-file'}
            onPick={pick}
          >
            {state.type === 'none' ? texts.choose : texts.chooseAnother}
          </CopyFile>
        </div>
      )}
    </>
  );
};
