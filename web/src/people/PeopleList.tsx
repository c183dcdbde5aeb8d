import { Crown, Ellipsis } from 'lucide-react';
import type { RoomPort } from '../room/port';
import { type Person, type RoomView, selfIn } from '../room/view';
import { useTexts } from '../texts/language';
import { Floating } from '../ui/floating';
import { Avatar } from './avatar';
import { inStepMs, signedMs } from './syncError';
import './people.css';

const HostMenu = ({ person, port }: { readonly person: Person; readonly port: RoomPort }) => {
  const texts = useTexts().people;
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
      {(close) => (
        <button
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => {
            port.send({ type: 'handOver', member: person.id });
            close();
          }}
        >
          <Crown size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.handOver}
        </button>
      )}
    </Floating>
  );
};

const Distance = ({ person }: { readonly person: Person }) => {
  const texts = useTexts().people;
  if (person.waitedFor) return <span className="person-error person-waiting">{texts.waiting}</span>;
  if (person.syncErrorMs === undefined) return null;
  return (
    <span
      className="person-error numbers"
      data-in-step={Math.abs(person.syncErrorMs) <= inStepMs}
      title={texts.errorHint}
    >
      {texts.error(signedMs(person.syncErrorMs))}
    </span>
  );
};

type PersonRowProps = {
  readonly person: Person;
  readonly port: RoomPort;
  readonly canHandOver: boolean;
};

const PersonRow = ({ person, port, canHandOver }: PersonRowProps) => {
  const texts = useTexts().people;
  return (
    <li className="person">
      <Avatar id={person.id} name={person.name} condition={person.condition} />
      <div className="person-words">
        <p className="person-name">
          <strong title={person.name}>{person.name}</strong>
          {person.isSelf && <span className="person-you">{texts.you}</span>}
          {person.isHost && <span className="person-host">{texts.host}</span>}
        </p>
        <p className="person-state">
          {texts[person.condition]}
          {person.excused && ` · ${texts.excused}`}
        </p>
      </div>
      <Distance person={person} />
      {canHandOver && <HostMenu person={person} port={port} />}
    </li>
  );
};

type PeopleListProps = { readonly port: RoomPort; readonly view: RoomView };

/** The people of the room, each with condition in words and distance from the room's line. */
export const PeopleList = ({ port, view }: PeopleListProps) => {
  const texts = useTexts();
  const amHost = selfIn(view)?.isHost === true;
  return (
    <ul className="people" aria-label={texts.people.list}>
      {view.people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          port={port}
          canHandOver={amHost && !person.isSelf}
        />
      ))}
    </ul>
  );
};
