import { Ellipsis } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Message } from '../api/conversations';
import { Words } from '../chat/Words';
import { Question } from '../friends/Question';
import { Avatar } from '../people/avatar';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { Floating } from '../ui/floating';
import { InvitationCard } from './InvitationCard';
import type { Conversation } from './useConversation';

type RowProps = {
  readonly message: Message;
  readonly follows: boolean;
  readonly name: string;
  readonly portrait: string | undefined;
  /** What the other is called, whoever said this. */
  readonly nameOfOther: string;
  readonly isOwn: boolean;
  /** Whether the two are friends, so that something may be changed. */
  readonly isOpen: boolean;
  readonly conversation: Conversation;
};

type EditProps = {
  readonly text: string;
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onDone: () => void;
};

const Edit = ({ text, onSave, onDone }: EditProps) => {
  const texts = usePeopleTexts();
  const common = useTexts().common;
  const [typed, setTyped] = useState(text);
  const said = typed.trim();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (said !== '' && (await onSave(said))) onDone();
  };
  return (
    <form className="message-edit" onSubmit={(event) => void onSubmit(event)}>
      <textarea
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here.
        autoFocus
        rows={2}
        maxLength={2000}
        aria-label={texts.editLabel}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <div className="account-actions">
        <button type="submit" className="action" disabled={said === ''}>
          {common.save}
        </button>
        <button type="button" className="pill" onClick={onDone}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
};

const Menu = ({
  isOpen,
  onEdit,
  onDelete,
}: {
  readonly isOpen: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}) => {
  const texts = usePeopleTexts();
  return (
    <Floating
      kind="menu"
      label={texts.messageMenu}
      opener={(opener) => (
        <button
          type="button"
          className="icon-button message-menu"
          aria-label={texts.messageMenu}
          {...opener}
        >
          <Ellipsis size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    >
      {(close) =>
        [...(isOpen ? [[texts.edit, onEdit] as const] : []), [texts.delete, onDelete] as const].map(
          ([label, act]) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              className="choice"
              onClick={() => {
                close();
                act();
              }}
            >
              {label}
            </button>
          ),
        )
      }
    </Floating>
  );
};

/** One message; its author may change it and take it back. */
export const MessageRow = ({
  message,
  follows,
  name,
  portrait,
  nameOfOther,
  isOwn,
  isOpen,
  conversation,
}: RowProps) => {
  const texts = usePeopleTexts();
  const { language } = useLanguage();
  const [doing, setDoing] = useState<'none' | 'edit' | 'delete'>('none');
  const done = () => setDoing('none');
  const time = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (
    <li className="chat-said message" data-follows={follows}>
      {!follows && <Avatar id={message.by} name={name} portrait={portrait} />}
      <div className="chat-body">
        {!follows && (
          <p className="chat-head">
            <strong>{name}</strong>
            <time className="numbers" dateTime={message.at}>
              {time.format(new Date(message.at))}
            </time>
          </p>
        )}
        {message.type === 'deleted' && <p className="message-deleted">{texts.deleted}</p>}
        {message.type === 'invited' && (
          <InvitationCard
            invitation={message}
            isOwn={isOwn}
            name={nameOfOther}
            conversation={conversation}
          />
        )}
        {message.type === 'said' && doing !== 'edit' && (
          <p className="chat-text" dir="auto">
            <Words text={message.text} lengthMs={undefined} onPosition={undefined} />
            {message.editedAt !== undefined && (
              <small className="message-edited"> {texts.edited}</small>
            )}
          </p>
        )}
        {message.type === 'said' && doing === 'edit' && (
          <Edit
            text={message.text}
            onSave={(text) => conversation.edit(message.number, text)}
            onDone={done}
          />
        )}
      </div>
      {isOwn && message.type === 'said' && doing !== 'edit' && (
        <Menu isOpen={isOpen} onEdit={() => setDoing('edit')} onDelete={() => setDoing('delete')} />
      )}
      {doing === 'delete' && (
        <Question
          title={texts.deleteTitle}
          text={texts.deleteText}
          action={texts.delete}
          onYes={() => void conversation.remove(message.number)}
          onClose={done}
        />
      )}
    </li>
  );
};
