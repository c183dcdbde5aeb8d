import { useState } from 'react';
import type { RoomPort } from '../room/port';
import type { RoomView } from '../room/view';
import { useTexts } from '../texts/language';
import { QueueItemRow } from './QueueItemRow';

type Dragged = { readonly item: number; readonly over?: number };

/** The films of the queue in their order. What is moved shows there at once, and is said. */
export const QueueList = ({ port, view }: { readonly port: RoomPort; readonly view: RoomView }) => {
  const texts = useTexts().queue;
  const { items } = view.queue;
  const [dragged, setDragged] = useState<Dragged>();
  const [said, setSaid] = useState('');
  const move = (item: number, to: number) => {
    const from = items.findIndex((one) => one.item === item);
    const place = Math.max(0, Math.min(to, items.length - 1));
    const title = items[from]?.media.title;
    if (title === undefined || from === place) return;
    port.send({ type: 'moveQueued', item, to: place });
    setSaid(texts.moved(title, place + 1));
  };
  return (
    <>
      <ol className="queue-list">
        {items.map((item, place) => (
          <QueueItemRow
            key={item.item}
            port={port}
            view={view}
            item={item}
            place={place}
            isTarget={dragged !== undefined && dragged.over === place}
            onMove={(to) => move(item.item, to)}
            drag={{
              onStart: (event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', item.media.title);
                setDragged({ item: item.item });
              },
              onOver: (event) => {
                if (dragged === undefined) return;
                event.preventDefault();
                setDragged({ ...dragged, over: place });
              },
              onDrop: (event) => {
                if (dragged === undefined) return;
                event.preventDefault();
                move(dragged.item, place);
                setDragged(undefined);
              },
              onEnd: () => setDragged(undefined),
            }}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
};
