import { useEffect, useState } from 'react';
import { useTexts } from '../texts/language';
import { RoomCard } from './RoomCard';
import { keepRecentRooms, type RecentRoom, recentRooms, withoutRecentRoom } from './recentRooms';
import { useSummaries } from './summaries';

/** The rooms this device has been in, but those that are shown elsewhere. Nothing at all for somebody new. */
export const RecentRooms = ({ except }: { readonly except: ReadonlySet<string> }) => {
  const texts = useTexts();
  const [rooms, setRooms] = useState<readonly RecentRoom[]>(recentRooms);
  const shown = rooms.filter(({ id }) => !except.has(id));
  const { known, gone } = useSummaries(shown.map(({ id }) => id));
  const forget = (id: string) => {
    keepRecentRooms(withoutRecentRoom(recentRooms(), id));
    setRooms((before) => withoutRecentRoom(before, id));
  };
  useEffect(() => {
    for (const id of gone) keepRecentRooms(withoutRecentRoom(recentRooms(), id));
  }, [gone]);
  const there = shown.filter(({ id }) => !gone.has(id));
  if (there.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent">
      <h2 id="recent">{texts.home.recent}</h2>
      <ul className="cards">
        {there.map((room) => (
          <RoomCard
            key={room.id}
            id={room.id}
            title={room.title}
            summary={known.get(room.id)}
            crossed={texts.home.forget}
            onCross={() => forget(room.id)}
          />
        ))}
      </ul>
    </section>
  );
};
