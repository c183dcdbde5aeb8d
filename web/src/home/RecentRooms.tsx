import { isLivePosition } from '@matinee/link/live';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type RoomSummary, roomSummary } from '../api/rooms';
import { colourOf } from '../people/colours';
import { clockText } from '../player/position';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { keepRecentRooms, type RecentRoom, recentRooms, withoutRecentRoom } from './recentRooms';

/** What is known of each recent room by now; rooms that are gone are missing from `rooms` as well. */
const useRecentRooms = () => {
  const [rooms, setRooms] = useState<readonly RecentRoom[]>(recentRooms);
  const [known, setKnown] = useState<ReadonlyMap<string, RoomSummary>>(new Map());
  const forget = (id: string) => {
    keepRecentRooms(withoutRecentRoom(recentRooms(), id));
    setRooms((before) => withoutRecentRoom(before, id));
  };
  useEffect(() => {
    const asking = new AbortController();
    for (const { id } of recentRooms()) {
      void roomSummary(id, asking.signal).then((result) => {
        if (asking.signal.aborted) return;
        if (result.type === 'done') setKnown((before) => new Map(before).set(id, result.value));
        else if (result.type === 'failed' && result.status === 404) {
          keepRecentRooms(withoutRecentRoom(recentRooms(), id));
          setRooms((before) => withoutRecentRoom(before, id));
        }
      });
    }
    return () => asking.abort();
  }, []);
  return { rooms, known, forget };
};

/** What a room is doing, in words. */
export const stateOfRoom = (texts: Texts, summary: RoomSummary): string => {
  const { playback } = summary;
  if (!playback) return texts.home.nothingLoaded;
  if (isLivePosition(playback.positionMs)) return texts.player.live;
  const position = clockText(playback.positionMs);
  return playback.type === 'paused' ? texts.home.stoppedAt(position) : texts.home.running(position);
};

type CardProps = {
  readonly room: RecentRoom;
  readonly summary: RoomSummary | undefined;
  readonly onForget: () => void;
};

const Card = ({ room, summary, onForget }: CardProps) => {
  const texts = useTexts();
  const title = summary?.name ?? summary?.title ?? room.title ?? texts.home.untitled;
  const here = summary?.here ?? 0;
  return (
    <li className="card" data-art={colourOf(room.id) % 5}>
      <Link href={`/r/${room.id}`} className="card-link">
        {summary ? (
          <span className="card-state numbers" data-running={summary.playback?.type === 'playing'}>
            {stateOfRoom(texts, summary)}
          </span>
        ) : (
          <span className="card-state skeleton" aria-hidden="true" />
        )}
        <span className="card-words">
          <strong>{title}</strong>
          <span>{here > 0 ? texts.home.here(here) : texts.home.nobodyHere}</span>
        </span>
      </Link>
      <button
        type="button"
        className="icon-button card-forget"
        aria-label={texts.home.forget(title)}
        onClick={onForget}
      >
        <X size={18} strokeWidth={1.75} />
      </button>
    </li>
  );
};

/** The rooms this device has been in. Nothing at all for somebody new. */
export const RecentRooms = () => {
  const texts = useTexts();
  const { rooms, known, forget } = useRecentRooms();
  if (rooms.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent">
      <h2 id="recent">{texts.home.recent}</h2>
      <ul className="cards">
        {rooms.map((room) => (
          <Card
            key={room.id}
            room={room}
            summary={known.get(room.id)}
            onForget={() => forget(room.id)}
          />
        ))}
      </ul>
    </section>
  );
};
