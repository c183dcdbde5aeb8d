import { isLivePosition } from '@matinee/link/live';
import { useRef } from 'react';
import { useTexts } from '../texts/language';
import { clockText } from './position';
import { useFrames } from './useFrames';

type ClockProps = { readonly positionMs: () => number; readonly lengthMs: number | undefined };

/** Where the film is, and how long; of a live stream, that it is one. Written straight into the page, because it changes all the time. */
export const Clock = ({ positionMs, lengthMs }: ClockProps) => {
  const now = useRef<HTMLSpanElement>(null);
  const { live } = useTexts().player;
  useFrames(() => {
    const atMs = positionMs();
    const text = isLivePosition(atMs) ? live : clockText(atMs);
    if (now.current && now.current.textContent !== text) now.current.textContent = text;
  });
  return (
    <span className="clock numbers" data-testid="clock">
      <span ref={now} data-testid="position" />
      {lengthMs !== undefined && <span className="clock-length"> / {clockText(lengthMs)}</span>}
    </span>
  );
};
