import { ArrowBigUp, ChevronDown, ChevronUp, GripVertical, Play, X } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { FilmPoster } from '../posters/FilmPoster';
import type { RoomPort } from '../room/port';
import { may, type QueueItem, type RoomView, selfIn } from '../room/view';
import { useTexts } from '../texts/language';

type RowProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly item: QueueItem;
  /** Where it stands, from 0 on. */
  readonly place: number;
  readonly isTarget: boolean;
  readonly onMove: (to: number) => void;
  readonly drag: {
    readonly onStart: (event: DragEvent) => void;
    readonly onOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly onEnd: () => void;
  };
};

/** What of a film of the queue is not its title: who added it, and everything that can be done to it. */
const Deeds = ({ port, view, item, place, onMove }: Omit<RowProps, 'isTarget' | 'drag'>) => {
  const texts = useTexts().queue;
  const { title } = item.media;
  const self = selfIn(view)?.id;
  const has = self !== undefined && item.votes.includes(self);
  const last = view.queue.items.length - 1;
  return (
    <span className="queue-deeds">
      <button
        type="button"
        className="queue-vote numbers"
        aria-pressed={has}
        aria-label={texts.vote(title, item.votes.length)}
        disabled={!may(view, 'VOTE')}
        onClick={() => port.send({ type: 'vote', item: item.item, up: !has })}
      >
        <ArrowBigUp size={18} strokeWidth={1.75} aria-hidden="true" />
        {item.votes.length}
      </button>
      {may(view, 'QUEUE') && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={texts.up(title)}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            <ChevronUp size={18} strokeWidth={1.75} />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={texts.down(title)}
            disabled={place === last}
            onClick={() => onMove(place + 1)}
          >
            <ChevronDown size={18} strokeWidth={1.75} />
          </button>
        </>
      )}
      {may(view, 'LOAD') && (
        <button
          type="button"
          className="icon-button"
          aria-label={texts.play(title)}
          onClick={() => port.send({ type: 'playQueued', item: item.item })}
        >
          <Play size={17} strokeWidth={1.75} />
        </button>
      )}
      {(may(view, 'QUEUE') || item.member === self) && (
        <button
          type="button"
          className="icon-button"
          aria-label={texts.remove(title)}
          onClick={() => port.send({ type: 'dequeue', item: item.item })}
        >
          <X size={18} strokeWidth={1.75} />
        </button>
      )}
    </span>
  );
};

/** One film of the queue. Whoever may arrange drags it by its handle, or moves it with Alt and the arrow keys. */
export const QueueItemRow = (props: RowProps) => {
  const texts = useTexts();
  const { view, item, place, isTarget, onMove, drag } = props;
  const { title, ref } = item.media;
  const adder = view.people.find(({ id }) => id === item.member);
  const name = adder?.isSelf ? texts.queue.you : (adder?.name ?? texts.chat.somebody);
  const arranges = may(view, 'QUEUE');
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0) return;
    event.preventDefault();
    onMove(place + step);
  };
  return (
    <li
      className="queue-item"
      data-target={isTarget}
      onDragOver={arranges ? drag.onOver : undefined}
      onDrop={arranges ? drag.onDrop : undefined}
    >
      {arranges && (
        <button
          type="button"
          className="queue-grip"
          draggable
          aria-label={texts.queue.move(title)}
          onDragStart={drag.onStart}
          onDragEnd={drag.onEnd}
          onKeyDown={onKeyDown}
        >
          <GripVertical size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <span className="queue-film">
        <FilmPoster film={ref.type === 'upload' ? ref.film : undefined} />
        <span className="queue-words">
          <strong title={title}>{title}</strong>
          <small>{texts.queue.addedBy(name)}</small>
        </span>
      </span>
      <Deeds {...props} />
    </li>
  );
};
