import type { CSSProperties } from 'react';
import { useTicks } from '../device/clock';
import { useTexts } from '../texts/language';
import { waitedForNames } from './names';
import type { RoomPort } from './port';
import type { Playback, RoomView } from './view';

type WaitingPillProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly playback: Extract<Playback, { type: 'waiting' }>;
};

/** Says in the middle of the film who is waited for and how long still. The announcer speaks it; the seconds are only shown. */
export const WaitingPill = ({ port, view, playback }: WaitingPillProps) => {
  const texts = useTexts();
  useTicks(true, 200);
  const leftMs = Math.max(0, playback.untilMs - port.roomTimeMs());
  const wholeMs = Math.max(1, playback.untilMs - playback.sinceMs);
  const seconds = Math.ceil(leftMs / 1000);
  const names = waitedForNames(texts, view);
  const ring: CSSProperties & Record<'--left', string> = {
    '--left': `${(leftMs / wholeMs) * 100}`,
  };
  return (
    <div className="waiting" data-testid="waiting">
      <svg className="waiting-ring" viewBox="0 0 36 36" style={ring} aria-hidden="true">
        <circle cx="18" cy="18" r="15" />
        <circle cx="18" cy="18" r="15" pathLength="100" />
      </svg>
      <p>
        <strong>{names === '' ? texts.room.readyToStart : texts.room.waitingFor(names)}</strong>
        <span className="numbers">
          {seconds > 0 ? texts.room.goingOn(seconds) : texts.room.goingOnSoon}
        </span>
      </p>
    </div>
  );
};
