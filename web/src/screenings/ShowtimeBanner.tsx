import { CalendarClock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type Sitting, screeningOfRoom } from '../api/screenings';
import { later, useTicks } from '../device/clock';
import type { RoomPort } from '../room/port';
import { useScreeningTexts } from '../texts/screenings/texts';
import { leftOf } from './countdown';

const everyMs = 5000;

/** The evening for which the room was made, once the page is in it; read again and again while it lies ahead, and while it cannot be read. */
const useShowing = (roomId: string, isIn: boolean): Sitting | undefined => {
  const [showing, setShowing] = useState<Sitting>();
  useEffect(() => {
    let wanted = true;
    let stop = () => {};
    const look = async () => {
      const result = await screeningOfRoom(roomId);
      if (!wanted) return;
      const screening = result.type === 'done' ? result.value.screening : undefined;
      if (result.type === 'done') setShowing(screening);
      if (result.type !== 'done' || screening?.state === 'planned') {
        stop = later(everyMs, () => void look());
      }
    };
    if (isIn) void look();
    return () => {
      wanted = false;
      stop();
    };
  }, [roomId, isIn]);
  return showing;
};

type BannerProps = {
  readonly port: RoomPort;
  readonly roomId: string;
  /** Whether the page is in the room by now. */
  readonly isIn: boolean;
};

/** Says in a room when its film begins by itself, while that lies ahead. */
export const ShowtimeBanner = ({ port, roomId, isIn }: BannerProps) => {
  const texts = useScreeningTexts();
  const showing = useShowing(roomId, isIn);
  const isAhead = showing?.state === 'planned';
  useTicks(isAhead, 250);
  const leftMs = isAhead ? Date.parse(showing.startsAt) - port.roomTimeMs() : 0;
  if (showing === undefined || leftMs <= 0) return null;
  const { days, clock } = leftOf(leftMs);
  return (
    <div className="banner showtime" role="timer">
      <CalendarClock size={18} strokeWidth={1.75} aria-hidden="true" />
      <p className="numbers">{texts.soon(days > 0 ? `${texts.days(days)}, ${clock}` : clock)}</p>
      <Link href={showing.path} className="pill">
        {texts.whoComes}
      </Link>
    </div>
  );
};
