import { Ellipsis, MessageCircle } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../account/Field';
import { blockPerson, type Friend, noteFriend, removeFriend } from '../api/people';
import { Avatar } from '../people/avatar';
import { nameOf } from '../room/name';
import { useLanguage, useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { Dialog } from '../ui/dialog';
import { Floating } from '../ui/floating';
import { HereNow, Join, useTitleOf } from './Here';
import { nameOfFriend } from './name';
import { Question } from './Question';
import type { Friends } from './useCircle';

type AboutProps = {
  readonly friend: Friend;
  readonly friends: Friends;
  readonly onClose: () => void;
};

const NoteDialog = ({ friend, friends, onClose }: AboutProps) => {
  const texts = usePeopleTexts();
  const all = useTexts();
  const [note, setNote] = useState(friend.note);
  const checked = nameOf(note);
  const trouble =
    note.trim() !== '' && checked.type === 'invalid' ? all.enter[checked.why] : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (trouble !== undefined) return;
    void friends.act(noteFriend(friend.id, note.trim()));
    onClose();
  };
  return (
    <Dialog title={texts.renameTitle(friend.name)} onClose={onClose}>
      <form className="account-form" onSubmit={onSubmit} noValidate>
        <Field
          label={texts.renameLabel}
          hint={texts.renameHint}
          autoComplete="off"
          value={note}
          trouble={trouble}
          onValue={setNote}
        />
        <button type="submit" className="action">
          {all.common.save}
        </button>
      </form>
    </Dialog>
  );
};

type Shown = 'none' | 'note' | 'remove' | 'block';

const About = ({ shown, ...about }: AboutProps & { readonly shown: Shown }) => {
  const texts = usePeopleTexts();
  const { friend, friends, onClose } = about;
  const name = nameOfFriend(friend);
  switch (shown) {
    case 'none':
      return null;
    case 'note':
      return <NoteDialog {...about} />;
    case 'remove':
      return (
        <Question
          title={texts.removeTitle(name)}
          text={texts.removeText}
          action={texts.remove}
          onYes={() => void friends.act(removeFriend(friend.id))}
          onClose={onClose}
        />
      );
    case 'block':
      return (
        <Question
          title={texts.blockTitle(name)}
          text={texts.blockText}
          action={texts.block}
          onYes={() => void friends.act(blockPerson(friend.id))}
          onClose={onClose}
        />
      );
  }
};

type FriendRowProps = {
  readonly friend: Friend;
  readonly friends: Friends;
  /** The rooms where the friend may be seen; nothing if the friend is not here. */
  readonly rooms: readonly string[] | undefined;
};

/** A friend, with what the person can do about them. */
export const FriendRow = ({ friend, friends, rooms }: FriendRowProps) => {
  const texts = usePeopleTexts();
  const { language } = useLanguage();
  const [shown, setShown] = useState<Shown>('none');
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const name = nameOfFriend(friend);
  const title = useTitleOf(rooms);
  const room = rooms?.[0];
  const choices = [
    ['note', texts.rename],
    ['remove', texts.remove],
    ['block', texts.block],
  ] as const;
  return (
    <li>
      <Avatar id={friend.id} name={name} portrait={friend.portrait} />
      <span className="person-words">
        <strong>{name}</strong>
        {rooms === undefined ? (
          <small>
            {friend.note === ''
              ? texts.since(since.format(new Date(friend.since)))
              : texts.calledReally(friend.name)}
          </small>
        ) : (
          <HereNow title={title} />
        )}
      </span>
      {room !== undefined && title !== undefined && <Join name={name} room={room} title={title} />}
      <Link href={`/people/${friend.id}`} className="pill" aria-label={texts.writeTo(name)}>
        <MessageCircle size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className="friend-write">{texts.write}</span>
      </Link>
      <Floating
        kind="menu"
        label={texts.more(name)}
        opener={(opener) => (
          <button type="button" className="icon-button" aria-label={texts.more(name)} {...opener}>
            <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
      >
        {(close) =>
          choices.map(([what, label]) => (
            <button
              key={what}
              type="button"
              role="menuitem"
              className="choice"
              onClick={() => {
                close();
                setShown(what);
              }}
            >
              {label}
            </button>
          ))
        }
      </Floating>
      <About shown={shown} friend={friend} friends={friends} onClose={() => setShown('none')} />
    </li>
  );
};
