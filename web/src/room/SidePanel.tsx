import { ChevronRight } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Chat } from '../chat/Chat';
import { CrowdList } from '../people/CrowdList';
import { ColoursContext, coloursOf } from '../people/colours';
import { MemberAvatar } from '../people/MemberAvatar';
import { PeopleList } from '../people/PeopleList';
import { PortraitsContext } from '../people/portraits';
import { QueuePanel } from '../queue/QueuePanel';
import { useTexts } from '../texts/language';
import { waitedForNames } from './names';
import type { RoomPort } from './port';
import { hereIn, type RoomView } from './view';

type SidePanelProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Opens the search of the chat. */
  readonly opener: RefObject<HTMLButtonElement | null>;
};

const mostFaces = 5;

const Faces = ({ view, onPeople }: { readonly view: RoomView; readonly onPeople: () => void }) => {
  const texts = useTexts();
  const names = waitedForNames(texts, view);
  return (
    <button type="button" className="faces" onClick={onPeople} aria-label={texts.people.list}>
      {view.people.slice(0, mostFaces).map(({ id, name, condition }) => (
        <MemberAvatar key={id} id={id} name={name} condition={condition} />
      ))}
      <span className="faces-words">
        {names === '' ? texts.room.here(hereIn(view)) : texts.room.waitingFor(names)}
      </span>
      <ChevronRight size={18} aria-hidden="true" />
    </button>
  );
};

/** People, what comes next, and chat beside the film; on a phone one of them below it. */
export const SidePanel = ({ port, view, field, opener }: SidePanelProps) => {
  const texts = useTexts();
  const [tab, setTab] = useState<'together' | 'people' | 'queue'>('together');
  return (
    <aside className="panel" data-tab={tab} aria-label={texts.room.together}>
      <div className="tabs">
        <button type="button" aria-pressed={tab === 'together'} onClick={() => setTab('together')}>
          {texts.room.together}
        </button>
        <button type="button" aria-pressed={tab === 'people'} onClick={() => setTab('people')}>
          {texts.room.people} · {view.crowd?.members ?? view.people.length}
        </button>
        <button type="button" aria-pressed={tab === 'queue'} onClick={() => setTab('queue')}>
          {view.queue.items.length === 0
            ? texts.queue.title
            : texts.queue.count(view.queue.items.length)}
        </button>
      </div>
      <PortraitsContext value={port.portraits}>
        <ColoursContext value={coloursOf(view.people.map(({ id }) => id))}>
          <Faces view={view} onPeople={() => setTab('people')} />
          {view.crowd === undefined ? (
            <PeopleList port={port} view={view} />
          ) : (
            <CrowdList port={port} view={view} />
          )}
          <QueuePanel port={port} view={view} />
          <Chat port={port} view={view} field={field} opener={opener} />
        </ColoursContext>
      </PortraitsContext>
    </aside>
  );
};
