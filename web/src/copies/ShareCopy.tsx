import { type FormEvent, useId, useState } from 'react';
import type { FilmChoice } from '../room/port';
import { useCopiesTexts } from '../texts/copies/texts';
import { useTexts } from '../texts/language';
import { useDroppedFile } from '../ui/useDroppedFile';
import { titleOfFile } from '../uploads/item';
import { CopyFile } from './CopyFile';
import { handleOf } from './handles';
import { Looking } from './Looking';
import { putCopy } from './shelf';
import { type Inspecting, useInspection } from './useInspection';
import './copies.css';

type ShareCopyProps = {
  /** What the button says that does it. */
  readonly action: string;
  readonly onFilm: (film: FilmChoice) => void;
  readonly onCancel: () => void;
};

type Found = Extract<Inspecting, { type: 'done' }>;

/** What the others read is asked for: the name of the file goes to them only if the person says so. */
const TitleForm = ({
  action,
  found,
  onTitle,
}: Pick<ShareCopyProps, 'action'> & {
  readonly found: Found;
  readonly onTitle: (title: string) => void;
}) => {
  const texts = useCopiesTexts();
  const id = useId();
  const [title, setTitle] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') onTitle(title.trim());
  };
  return (
    <form className="copy-title" onSubmit={onSubmit}>
      <label htmlFor={id}>{texts.title}</label>
      <div className="copy-row">
        <input
          id={id}
          className="field"
          value={title}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: the person has just chosen the file, and this is all that is left to say.
          autoFocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <button
          type="button"
          className="pill"
          onClick={() => setTitle(titleOfFile(found.file.name))}
        >
          {texts.useName}
        </button>
      </div>
      <small>{texts.titleText}</small>
      <button type="submit" className="action" disabled={title.trim() === ''}>
        {action}
      </button>
    </form>
  );
};

/** Chooses a film of which each plays an own copy: a file from this disk, and what it is called for the others. Nothing of it is uploaded. */
export const ShareCopy = ({ action, onFilm, onCancel }: ShareCopyProps) => {
  const common = useTexts().common;
  const texts = useCopiesTexts();
  const { state, start, cancel } = useInspection();
  useDroppedFile(async (file, handle) => start({ file, handle: handleOf(await handle) }));
  const share = ({ file, handle, fingerprint }: Found, title: string) => {
    putCopy(fingerprint, { file, handle, isSame: true, shiftMs: 0 });
    onFilm({ type: 'ownCopy', fingerprint, title });
  };
  return (
    <section className="copy" aria-label={texts.heading}>
      <p className="copy-lead">
        <strong>{texts.heading}</strong>
        <span>{texts.lead}</span>
      </p>
      {(state.type === 'looking' || state.type === 'fault') && (
        <Looking state={state} onCancel={cancel} />
      )}
      {state.type === 'done' && (
        <TitleForm action={action} found={state} onTitle={(title) => share(state, title)} />
      )}
      {state.type !== 'looking' && (
        <div className="copy-row">
          <CopyFile className="pill copy-file" onPick={start}>
            {state.type === 'none' ? texts.choose : texts.chooseAnother}
          </CopyFile>
          <button type="button" className="pill" onClick={onCancel}>
            {common.cancel}
          </button>
        </div>
      )}
    </section>
  );
};
