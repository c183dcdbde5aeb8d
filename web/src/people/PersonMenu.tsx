import {
  Ban,
  Crown,
  Ellipsis,
  KeyRound,
  LogOut,
  MessageSquare,
  MessageSquareOff,
} from 'lucide-react';
import type { RoomPort, Wish } from '../room/port';
import { may, mayTo, type Person, type RoomView } from '../room/view';
import { useTexts } from '../texts/language';
import { Choice } from '../ui/choice';
import { Floating } from '../ui/floating';

const given = ['MEMBER', 'GUEST', 'WATCHER'] as const;

type PersonMenuProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly person: Person;
};

type ItemsProps = PersonMenuProps & { readonly onDone: () => void };

const Standings = ({ port, person, onDone }: Omit<ItemsProps, 'view'>) => {
  const texts = useTexts().people;
  return (
    <>
      <h3 className="floating-head">{texts.standingOf}</h3>
      {given.map((standing) => (
        <Choice
          key={standing}
          name={texts.standing[standing]}
          text={texts.standingText[standing]}
          isChosen={standing === person.standing}
          onChoose={() => {
            if (standing !== person.standing)
              port.send({ type: 'setStanding', member: person.id, standing });
            onDone();
          }}
        />
      ))}
    </>
  );
};

const Order = ({ port, view, person, onDone }: ItemsProps) => {
  const texts = useTexts().people;
  const member = person.id;
  const Chat = person.isMuted ? MessageSquare : MessageSquareOff;
  const send = (wish: Wish) => {
    port.send(wish);
    onDone();
  };
  return (
    <>
      {mayTo(view, 'MUTE', person) && (
        <button
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => send({ type: 'setMuted', member, muted: !person.isMuted })}
        >
          <Chat size={18} strokeWidth={1.75} aria-hidden="true" />
          {person.isMuted ? texts.unmute : texts.mute}
        </button>
      )}
      {mayTo(view, 'KICK', person) && (
        <button
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => send({ type: 'kick', member })}
        >
          <LogOut size={18} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {texts.kick}
            <small>{texts.kickText}</small>
          </span>
        </button>
      )}
      {mayTo(view, 'BAN', person) && (
        <button
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => send({ type: 'ban', member })}
        >
          <Ban size={18} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {texts.ban}
            <small>{texts.banText}</small>
          </span>
        </button>
      )}
    </>
  );
};

const GiveRoom = ({ port, person, onDone }: Omit<ItemsProps, 'view'>) => {
  const texts = useTexts().entrance;
  return (
    <button
      type="button"
      role="menuitem"
      className="choice"
      onClick={() => {
        port.send({ type: 'giveRoom', member: person.id });
        onDone();
      }}
    >
      <KeyRound size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>
        {texts.give}
        <small>{texts.giveText}</small>
      </span>
    </button>
  );
};

const Items = ({ port, view, person, onDone }: ItemsProps) => {
  const texts = useTexts().people;
  return (
    <>
      {may(view, 'HAND_OVER') && !person.isHost && (
        <button
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => {
            port.send({ type: 'handOver', member: person.id });
            onDone();
          }}
        >
          <Crown size={18} strokeWidth={1.75} aria-hidden="true" />
          {person.isSelf ? texts.takeBack : texts.handOver}
        </button>
      )}
      {may(view, 'GIVE_ROOM') && !person.isSelf && person.condition !== 'LOST' && (
        <GiveRoom port={port} person={person} onDone={onDone} />
      )}
      <Order port={port} view={view} person={person} onDone={onDone} />
      {mayTo(view, 'SET_STANDING', person) && (
        <Standings port={port} person={person} onDone={onDone} />
      )}
    </>
  );
};

/** What this page's person may do with somebody in the room; nothing is shown where that is nothing. */
export const PersonMenu = ({ port, view, person }: PersonMenuProps) => {
  const texts = useTexts().people;
  const mayHandOver = may(view, 'HAND_OVER') && !person.isHost;
  if (!mayHandOver && !mayTo(view, 'SET_STANDING', person)) return null;
  return (
    <Floating
      kind="menu"
      label={texts.options(person.name)}
      opener={(opener) => (
        <button
          type="button"
          className="icon-button"
          aria-label={texts.options(person.name)}
          {...opener}
        >
          <Ellipsis size={20} strokeWidth={1.75} />
        </button>
      )}
    >
      {(close) => <Items port={port} view={view} person={person} onDone={close} />}
    </Floating>
  );
};
