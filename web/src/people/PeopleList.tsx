import type { RoomPort } from '../room/port';
import { filmIn, type Person, type RoomView } from '../room/view';
import { useTexts } from '../texts/language';
import { MemberAvatar } from './MemberAvatar';
import { PersonMenu } from './PersonMenu';
import { ShownName } from './ShownName';
import { inStepMs, signedMs } from './syncError';
import './people.css';

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

const Badge = ({ person }: { readonly person: Person }) => {
  const texts = useTexts().people;
  if (person.isHost) return <span className="person-host">{texts.host}</span>;
  if (person.role === 'OWNER') return <span className="person-owner">{texts.roles.OWNER}</span>;
  return null;
};

type PeopleListProps = { readonly port: RoomPort; readonly view: RoomView };

type PersonRowProps = PeopleListProps & { readonly person: Person };

/** One of the people, and what may be done with it. */
export const PersonRow = ({ person, port, view }: PersonRowProps) => {
  const { people: texts, ownCopy } = useTexts();
  return (
    <li className="person">
      <MemberAvatar id={person.id} name={person.name} condition={person.condition} />
      <div className="person-words">
        <p className="person-name">
          <ShownName name={person.name} />
          {person.isSelf && <span className="person-you">{texts.you}</span>}
          <Badge person={person} />
        </p>
        <p className="person-state">
          {person.condition === 'NO_FILM' && filmIn(view)?.ownCopy
            ? ownCopy.missing
            : texts[person.condition]}
          {(person.role === 'GUEST' || person.role === 'WATCHER') &&
            ` · ${texts.roles[person.role]}`}
          {person.isMuted && ` · ${texts.muted}`}
          {person.excused && ` · ${texts.excused}`}
        </p>
      </div>
      <Distance person={person} />
      <PersonMenu port={port} view={view} person={person} />
    </li>
  );
};

/** The people of the room, each with condition in words and distance from the room's line. */
export const PeopleList = ({ port, view }: PeopleListProps) => {
  const texts = useTexts();
  return (
    <ul className="people" aria-label={texts.people.list}>
      {view.people.map((person) => (
        <PersonRow key={person.id} person={person} port={port} view={view} />
      ))}
    </ul>
  );
};
