import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { later } from '../device/clock';
import type { RoomPort } from '../room/port';
import type { Found, Person, RoomView } from '../room/view';
import { useTexts } from '../texts/language';
import { PersonRow } from './PeopleList';
import './crowd.css';

const pauseMs = 300;

type CrowdListProps = { readonly port: RoomPort; readonly view: RoomView };

/** Those whose name holds the text, a page of them at first; asked for when the text has rested for a moment, and again after `deeds`. */
const useFound = (port: RoomPort, search: string, deeds: number) => {
  const [found, setFound] = useState<Found>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done may have changed whom the search finds.
  useEffect(() => {
    let isWanted = true;
    const rested = later(search === '' ? 0 : pauseMs, () => {
      if (search === '') return setFound(undefined);
      void port.findPeople(search, 0).then((first) => {
        if (isWanted && first) setFound(first);
      });
    });
    return () => {
      isWanted = false;
      rested();
    };
  }, [port, search, deeds]);
  const more = () => {
    const known = found?.people ?? [];
    void port.findPeople(search, known.length).then((next) => {
      if (next) setFound({ people: [...known, ...next.people], total: next.total });
    });
  };
  return { found, more };
};

/** As the room shows somebody now, if it does: what was found may be old. */
const newest = (view: RoomView, person: Person): Person =>
  view.people.find(({ id }) => id === person.id) ?? person;

/** The people of a giant: those who are shown, and those who are looked for, a page at a time. */
export const CrowdList = ({ port, view }: CrowdListProps) => {
  const texts = useTexts();
  const [search, setSearch] = useState('');
  const [deeds, setDeeds] = useState(0);
  const { found, more } = useFound(port, search.trim(), deeds);
  const people = found?.people ?? view.people;
  const left = (found?.total ?? view.crowd?.members ?? 0) - people.length;
  const acting: RoomPort = {
    ...port,
    send: (wish) => {
      port.send(wish);
      setDeeds(deeds + 1);
    },
  };
  return (
    <div className="people crowd">
      <label className="crowd-search">
        <Search size={18} strokeWidth={1.75} aria-hidden="true" />
        <input
          type="search"
          className="bare-field"
          maxLength={40}
          aria-label={texts.people.search}
          placeholder={texts.people.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      {found?.total === 0 && <p className="crowd-none">{texts.people.nobodyFound}</p>}
      <ul className="crowd-people" aria-label={texts.people.list}>
        {people.map((person) => (
          <PersonRow key={person.id} person={newest(view, person)} port={acting} view={view} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" className="link-button crowd-more" onClick={more}>
          {texts.people.more(left)}
        </button>
      )}
    </div>
  );
};
