import { useEffect, useState } from 'react';
import { asMe, useSession } from '../account/session';
import { useAsking } from '../account/useAsking';
import { leaveRoom, type MyRoom, myRooms } from '../api/places';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { RecentRooms } from './RecentRooms';
import { RoomCard } from './RoomCard';
import { recentRooms } from './recentRooms';
import { useSummaries } from './summaries';

/** The rooms in which the account has a place, as far as they have been asked for. */
const useMyRooms = (account: string | undefined) => {
  const [rooms, setRooms] = useState<readonly MyRoom[]>([]);
  const [total, setTotal] = useState(0);
  const more = async (from: number) => {
    const result = await asMe(myRooms(from));
    if (result.type !== 'done') return;
    setRooms((before) => [...before.slice(0, from), ...result.value.rooms]);
    setTotal(result.value.total);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when somebody else is signed in.
  useEffect(() => {
    setRooms([]);
    setTotal(0);
    if (account !== undefined) void more(0);
  }, [account]);
  const without = (id: string) => {
    setRooms((before) => before.filter(({ room }) => room !== id));
    setTotal((before) => before - 1);
  };
  return { rooms, total, more, without };
};

type Leaving = { readonly room: string; readonly title: string };

const LeaveDialog = ({
  leaving: { room, title },
  onLeft,
  onClose,
}: {
  readonly leaving: Leaving;
  readonly onLeft: () => void;
  readonly onClose: () => void;
}) => {
  const texts = useTexts();
  const { isBusy, trouble, ask } = useAsking();
  const leave = async () => {
    if (await ask(() => asMe(leaveRoom(room)))) onLeft();
  };
  return (
    <Dialog title={texts.places.leaveTitle} onClose={onClose}>
      <p>{texts.places.leaveText(title)}</p>
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <button
          type="button"
          className="action danger"
          disabled={isBusy}
          onClick={() => void leave()}
        >
          {texts.places.leaveForGood}
        </button>
        <button type="button" className="pill" onClick={onClose}>
          {texts.common.cancel}
        </button>
      </div>
    </Dialog>
  );
};

/** The rooms of the person who is signed in, and those that this device has been in besides. */
export const MyRooms = () => {
  const texts = useTexts();
  const session = useSession();
  const { rooms, total, more, without } = useMyRooms(
    session.type === 'in' ? session.account.id : undefined,
  );
  const { known } = useSummaries(rooms.map(({ room }) => room));
  const [leaving, setLeaving] = useState<Leaving>();
  const titles = new Map(recentRooms().map(({ id, title }) => [id, title]));
  return (
    <>
      {rooms.length > 0 && (
        <section className="recent" aria-labelledby="my-rooms">
          <h2 id="my-rooms">{texts.places.rooms}</h2>
          <ul className="cards">
            {rooms.map(({ room }) => (
              <RoomCard
                key={room}
                id={room}
                title={titles.get(room)}
                summary={known.get(room)}
                crossed={texts.places.leave}
                onCross={(title) => setLeaving({ room, title })}
              />
            ))}
          </ul>
          {rooms.length < total && (
            <button type="button" className="pill more" onClick={() => void more(rooms.length)}>
              {texts.places.more}
            </button>
          )}
        </section>
      )}
      <RecentRooms except={new Set(rooms.map(({ room }) => room))} />
      {leaving && (
        <LeaveDialog
          leaving={leaving}
          onLeft={() => {
            without(leaving.room);
            setLeaving(undefined);
          }}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  );
};
