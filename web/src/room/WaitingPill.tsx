import { CloudUpload } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTicks } from '../device/clock';
import { clockText } from '../player/position';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { waitedForNames } from './names';
import type { RoomPort } from './port';
import type { Film, Playback, RoomView } from './view';

type WaitingPillProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly playback: Extract<Playback, { type: 'waiting' }>;
};

/** How much of the film is there that the room waits for, in words. */
export const thereText = (texts: Texts, { availableMs = 0, lengthMs }: Film): string => {
  const { upload } = texts;
  if (availableMs === 0) return upload.nothingThere;
  const there = clockText(availableMs);
  return lengthMs === undefined ? upload.there(there) : upload.thereOf(there, clockText(lengthMs));
};

/** Says in the middle of the film that the room waits for the rest of it, and how much is there. */
export const FilmAwaited = ({ film }: { readonly film: Film }) => {
  const texts = useTexts();
  return (
    <div className="waiting" data-testid="waiting">
      <CloudUpload className="waiting-upload" size={30} strokeWidth={1.5} aria-hidden="true" />
      <p>
        <strong>{texts.upload.awaited}</strong>
        <span className="numbers">{thereText(texts, film)}</span>
      </p>
    </div>
  );
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
