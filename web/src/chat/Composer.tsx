import { ArrowUp } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useTexts } from '../texts/language';

/** CH1, in UTF-16 units. */
const longest = 2000;

type ComposerProps = {
  /** Why this person may not say anything; left out, it may. */
  readonly closed?: string | undefined;
  /** For how many seconds this person may not say anything more; 0, it may. */
  readonly waitS: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onSay: (text: string) => void;
};

/** Where a message is written. Enter sends, Shift and Enter begin a line. */
export const Composer = ({ closed, waitS, field, onSay }: ComposerProps) => {
  const texts = useTexts().chat;
  const [text, setText] = useState('');
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
          aria-label={texts.send}
          disabled={said === '' || excess > 0 || waitS > 0}
        >
          <ArrowUp size={20} strokeWidth={2} aria-hidden="true" />
        </button>
      </div>
    </form>
  );
};
