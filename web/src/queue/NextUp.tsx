import { Play } from 'lucide-react';
import { useTicks } from '../device/clock';
import type { RoomPort } from '../room/port';
import { may, type RoomView } from '../room/view';
import { useTexts } from '../texts/language';

type NextUpProps = { readonly port: RoomPort; readonly view: RoomView; readonly dueMs: number };

/** Says over the end of a film what comes next and how soon; whoever may goes on at once, or lets the room stay. */
export const NextUp = ({ port, view, dueMs }: NextUpProps) => {
  const texts = useTexts().queue;
  useTicks(true, 200);
  const [next] = view.queue.items;
  if (next === undefined) return null;
  const seconds = Math.ceil(Math.max(0, dueMs - port.roomTimeMs()) / 1000);
  return (
    <section className="next-up" aria-label={texts.title}>
      <p>
        <span className="numbers">{seconds > 0 ? texts.nextIn(seconds) : texts.nextNow}</span>
        <strong title={next.media.title}>{next.media.title}</strong>
      </p>
      {may(view, 'LOAD') && (
        <span className="next-up-deeds">
          <button
            type="button"
            className="action"
            onClick={() => port.send({ type: 'playQueued', item: next.item })}
          >
            <Play size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.playNow}
          </button>
          <button type="button" className="pill" onClick={() => port.send({ type: 'stay' })}>
            {texts.stay}
          </button>
        </span>
      )}
    </section>
  );
};
