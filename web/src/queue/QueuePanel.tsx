import { ArrowDown01, ChevronDown, ListVideo } from 'lucide-react';
import { useCallback, useState } from 'react';
import { AddressForm } from '../home/AddressForm';
import { useLookInRoom } from '../previews/useLookInRoom';
import type { FilmChoice, RoomPort } from '../room/port';
import { may, type RoomView } from '../room/view';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { UploadFilms } from '../uploads/UploadFilms';
import { useGoalOfRoom, useUploads } from '../uploads/useUploads';
import { movesInOrder } from './episodes';
import { QueueList } from './QueueList';
import '../home/home.css';
import './queue.css';

type QueueProps = { readonly port: RoomPort; readonly view: RoomView };

const Adding = ({ port }: Omit<QueueProps, 'view'>) => {
  const texts = useTexts().queue;
  const [added, setAdded] = useState(0);
  const add = (film: FilmChoice) => {
    port.send({ type: 'enqueue', film });
    setAdded((n) => n + 1);
  };
  const goal = useGoalOfRoom();
  const goalOf = useCallback(() => goal, [goal]);
  const look = useLookInRoom(port);
  return (
    <div className="queue-adding">
      <AddressForm key={added} action={texts.add} isBusy={false} look={look} onAddress={add} />
      {port.server && (
        <UploadFilms port={port} goalOf={goalOf} text={texts.upload} className="pill queue-file" />
      )}
    </div>
  );
};

/** Puts the episodes of each series in their order, where they are not. */
const InOrder = ({ port, view }: QueueProps) => {
  const texts = useTexts().queue;
  const moves = movesInOrder(view.queue.items);
  if (moves.length === 0) return null;
  const onClick = () => {
    for (const move of moves) port.send({ type: 'moveQueued', ...move });
  };
  return (
    <button type="button" className="pill queue-order" onClick={onClick}>
      <ArrowDown01 size={16} strokeWidth={1.75} aria-hidden="true" />
      {texts.inOrder}
    </button>
  );
};

/** What this person has to know about the own rights here; nothing if there are no limits. */
const noteOf = ({ queue }: Texts, view: RoomView): string | undefined => {
  if (!may(view, 'VOTE')) return queue.mayOnlySee;
  if (!may(view, 'QUEUE')) return queue.mayNot;
  return view.asks.has('QUEUE') ? queue.mustAsk : undefined;
};

const Body = ({ port, view }: QueueProps) => {
  const texts = useTexts();
  const note = noteOf(texts, view);
  const mayArrange = may(view, 'QUEUE');
  return (
    <div className="queue-body">
      {view.queue.items.length === 0 ? (
        <div className="queue-empty">
          <strong>{texts.queue.emptyTitle}</strong>
          <p>{mayArrange ? texts.queue.emptyText : texts.queue.emptyGuest}</p>
        </div>
      ) : (
        <QueueList port={port} view={view} />
      )}
      {note && <p className="queue-note">{note}</p>}
      {mayArrange && <InOrder port={port} view={view} />}
      {mayArrange && <Adding port={port} />}
      <label className="queue-auto">
        <input
          type="checkbox"
          checked={view.queue.autoAdvance}
          disabled={!mayArrange}
          onChange={(event) => port.send({ type: 'setAutoAdvance', on: event.target.checked })}
        />
        <span>
          {texts.queue.autoAdvance}
          <small>{texts.queue.autoAdvanceText}</small>
        </span>
      </label>
    </div>
  );
};

/** What comes next: between people and chat behind a line that opens it, on a phone in a tab of its own. */
export const QueuePanel = ({ port, view }: QueueProps) => {
  const texts = useTexts().queue;
  const isUploading = useUploads(useGoalOfRoom()).length > 0;
  const [isOpen, setOpen] = useState(isUploading);
  const { items } = view.queue;
  return (
    <section className="queue" data-open={isOpen} aria-label={texts.title}>
      <button
        type="button"
        className="queue-head"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ListVideo size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className="queue-title">
          {items.length === 0 ? texts.title : texts.count(items.length)}
        </span>
        {!isOpen && items[0] && <span className="queue-first">{items[0].media.title}</span>}
        <ChevronDown size={18} aria-hidden="true" />
      </button>
      <Body port={port} view={view} />
    </section>
  );
};
