import type { Regards } from '@matinee/browser';
import { ArrowUp } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useTexts } from '../texts/language';
import { MentionList } from './MentionList';
import { MomentButton, MomentChip } from './Moment';
import type { Candidate } from './mentions';
import type { About } from './useAbout';
import { type Mentioning, optionId, useMentioning } from './useMentioning';
import { useTyping } from './useTyping';

/** CH1, in UTF-16 units. */
const longest = 2000;

const nobody: readonly Candidate[] = [];

type ComposerProps = {
  /** Why this person may not say anything; left out, it may. */
  readonly closed?: string | undefined;
  /** For how many seconds this person may not say anything more; 0, it may. */
  readonly waitS: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What is answered or edited; left out, something new is said. */
  readonly about?: About | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** Who can be mentioned. */
  readonly people?: readonly Candidate[];
  /** Where the film is, in ms; left out while none is loaded. */
  readonly positionNow?: (() => number) | undefined;
  /** Something is being written. */
  readonly onTyping?: (() => void) | undefined;
  readonly onSay: (text: string, regards: Regards) => void;
};

type FieldProps = Pick<ComposerProps, 'field'> & {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly mentioning: Mentioning;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

const Field = ({ field, text, setText, mentioning, onKeyDown }: FieldProps) => {
  const texts = useTexts().chat;
  const { id, marked, onCaret, close } = mentioning;
  return (
    <textarea
      ref={field}
      rows={1}
      className="bare-field"
      aria-label={texts.write}
      placeholder={texts.write}
      enterKeyHint="send"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls={marked && id}
      aria-activedescendant={marked && optionId(id, marked)}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onCaret(target.selectionStart);
      }}
      onSelect={({ currentTarget }) => onCaret(currentTarget.selectionStart)}
      onBlur={close}
      onKeyDown={onKeyDown}
    />
  );
};

/** What is being answered or edited. */
const AboutLine = ({
  about: { type, line },
  onCancel,
}: {
  readonly about: About;
  readonly onCancel: () => void;
}) => {
  const { chat, lines } = useTexts();
  return (
    <p className="composer-about">
      <span>{type === 'edit' ? lines.editing : lines.answering(line.name || chat.somebody)}</span>
      <button type="button" className="link-button" onClick={onCancel}>
        {lines.cancel}
      </button>
    </p>
  );
};

/** Puts what is edited into the field, with whom it mentions. */
const useEdited = (
  about: About | undefined,
  setText: (text: string) => void,
  begin: Mentioning['begin'],
): void => {
  useEffect(() => {
    if (about?.type !== 'edit') return;
    setText(about.line.text);
    begin(about.line.mentions ?? []);
  }, [about, setText, begin]);
};

/** Where a message is written. Enter sends, Shift and Enter begin a line. */
export const Composer = ({
  closed,
  waitS: slowS,
  field,
  about,
  onCancel,
  people = nobody,
  positionNow,
  onTyping,
  onSay,
}: ComposerProps) => {
  const { chat: texts, lines, slowMode } = useTexts();
  const [text, setText] = useState('');
  const [positionMs, setPositionMs] = useState<number>();
  const tell = useTyping(onTyping);
  const mentioning = useMentioning(people, { field, text, setText });
  const isEdit = about?.type === 'edit';
  const waitS = isEdit ? 0 : slowS;
  const { begin } = mentioning;
  useEdited(about, setText, begin);
  const cancel = () => {
    if (isEdit) {
      setText('');
      begin([]);
    }
    onCancel?.();
    field.current?.focus();
  };
  const said = text.trim();
  const excess = said.length - longest;
  const send = () => {
    if (said === '' || excess > 0 || waitS > 0) return;
    const mentions = mentioning.taken(said);
    onSay(said, {
      ...(mentions.length > 0 ? { mentions } : {}),
      ...(positionMs === undefined || !positionNow ? {} : { positionMs }),
    });
    setText('');
    setPositionMs(undefined);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentioning.onKeyDown(event)) return;
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
      {about && <AboutLine about={about} onCancel={cancel} />}
      {positionMs !== undefined && positionNow && !isEdit && (
        <MomentChip positionMs={positionMs} onDrop={() => setPositionMs(undefined)} />
      )}
      <MentionList {...mentioning} />
      {waitS > 0 && <p className="composer-wait">{slowMode.wait(waitS)}</p>}
      <div className="composer-box">
        <Field
          field={field}
          text={text}
          setText={(next) => {
            setText(next);
            tell(next);
          }}
          mentioning={mentioning}
          onKeyDown={onKeyDown}
        />
        {positionNow && !isEdit && (
          <MomentButton positionMs={positionMs} onPosition={setPositionMs} now={positionNow} />
        )}
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
