import { ArrowUp } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useTexts } from '../texts/language';
import type { About } from './useAbout';

/** CH1, in UTF-16 units. */
const longest = 2000;

type ComposerProps = {
  /** Why this person may not say anything; left out, it may. */
  readonly closed?: string | undefined;
  /** For how many seconds this person may not say anything more; 0, it may. */
  readonly waitS: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What is answered or edited; left out, something new is said. */
  readonly about?: About | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly onSay: (text: string) => void;
};

/** Where a message is written. Enter sends, Shift and Enter begin a line. */
export const Composer = ({
  closed,
  waitS: slowS,
  field,
  about,
  onCancel,
  onSay,
}: ComposerProps) => {
  const { chat: texts, lines } = useTexts();
  const [text, setText] = useState('');
  const isEdit = about?.type === 'edit';
  const waitS = isEdit ? 0 : slowS;
  useEffect(() => {
    if (about?.type === 'edit') setText(about.line.text);
  }, [about]);
  const cancel = () => {
    if (isEdit) setText('');
    onCancel?.();
    field.current?.focus();
  };
  const said = text.trim();
  const excess = said.length - longest;
  const send = () => {
    if (said === '' || excess > 0 || waitS > 0) return;
    onSay(said);
    setText('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && about) return cancel();
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  if (closed !== undefined) return <p className="composer composer-closed">{closed}</p>;
  return (
    <form className="composer" onSubmit={onSubmit}>
      {excess > 0 && (
        <p className="composer-excess" role="alert">
          {texts.tooLong(excess)}
        </p>
      )}
      {about && (
        <p className="composer-about">
          <span>{isEdit ? lines.editing : lines.answering(about.line.name || texts.somebody)}</span>
          <button type="button" className="link-button" onClick={cancel}>
            {lines.cancel}
          </button>
        </p>
      )}
      {waitS > 0 && <p className="composer-wait">{texts.slowWait(waitS)}</p>}
      <div className="composer-box">
        <textarea
          ref={field}
          rows={1}
          className="bare-field"
          aria-label={texts.write}
          placeholder={texts.write}
          enterKeyHint="send"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="submit"
          className="composer-send"
          aria-label={isEdit ? lines.save : texts.send}
          disabled={said === '' || excess > 0 || waitS > 0}
        >
          <ArrowUp size={20} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
    </form>
  );
};
