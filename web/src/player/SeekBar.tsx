import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { Thumbnail } from '../renditions/pictures';
import { useTexts } from '../texts/language';
import { clockText } from './position';
import { useFrames } from './useFrames';

type SeekBarProps = {
  readonly lengthMs: number | undefined;
  /** How much of the film is there, while it is on its way in. */
  readonly availableMs: number | undefined;
  readonly isDisabled: boolean;
  /** Where the room is, or where the last seek takes it; from there a step of the arrow keys begins. */
  readonly aimMs: () => number;
  readonly element: HTMLVideoElement | null;
  /** What the film looks like there, if that is known. */
  readonly thumbnails: readonly Thumbnail[];
  readonly onSeek: (positionMs: number) => void;
};

/** How far the film is there without a gap from `positionMs` on, in ms. */
const bufferedMs = (element: HTMLVideoElement | null, positionMs: number): number => {
  const ranges = element?.buffered;
  for (let at = 0; ranges && at < ranges.length; at += 1) {
    const from = ranges.start(at) * 1000;
    const to = ranges.end(at) * 1000;
    if (from <= positionMs + 250 && positionMs <= to) return to;
  }
  return positionMs;
};

const share = (part: number, whole: number): string =>
  whole > 0 ? `${(Math.min(1, Math.max(0, part / whole)) * 100).toFixed(2)}%` : '0%';

/** The place under the pointer while it rests on the bar. */
const useHover = (lengthMs: number) => {
  const [hover, setHover] = useState<number>();
  const onPointerMove = (event: { clientX: number; currentTarget: HTMLElement }) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    setHover(Math.min(1, Math.max(0, (event.clientX - left) / width)) * lengthMs);
  };
  return { hover, onPointerMove, onPointerLeave: () => setHover(undefined) };
};

const Look = ({ thumbnail }: { readonly thumbnail: Thumbnail | undefined }) => {
  if (!thumbnail) return null;
  const { url, x, y, width, height } = thumbnail;
  const style = {
    width,
    height,
    backgroundImage: `url("${url}")`,
    backgroundPosition: `${-x}px ${-y}px`,
  };
  return <span className="seek-look" data-testid="thumbnail" style={style} />;
};

/** Where the room is in the film. Dragging only shows; the room is asked when it is let go, and the bar stays there until it has decided. */
export const SeekBar = ({
  lengthMs = 0,
  availableMs,
  isDisabled,
  aimMs,
  element,
  thumbnails,
  onSeek,
}: SeekBarProps) => {
  const texts = useTexts().player;
  const bar = useRef<HTMLDivElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const scrubbed = useRef<number>(undefined);
  const [, redraw] = useState(0);
  const { hover, ...hovering } = useHover(lengthMs);
  useFrames(() => {
    const now = scrubbed.current ?? aimMs();
    bar.current?.style.setProperty('--at', share(now, lengthMs));
    bar.current?.style.setProperty('--buffered', share(bufferedMs(element, now), lengthMs));
    if (!range.current || scrubbed.current !== undefined) return;
    range.current.value = (now / 1000).toFixed(1);
    const spoken = texts.positionOf(clockText(now), clockText(lengthMs));
    bar.current?.style.setProperty('--there', share(availableMs ?? lengthMs, lengthMs));
    if (range.current.ariaValueText !== spoken) range.current.ariaValueText = spoken;
  });
  useEffect(() => {
    const field = range.current;
    const letGo = () => {
      if (scrubbed.current === undefined) return;
      onSeek(scrubbed.current);
      scrubbed.current = undefined;
      redraw((n) => n + 1);
    };
    field?.addEventListener('change', letGo);
    return () => field?.removeEventListener('change', letGo);
  }, [onSeek]);
  const shown = scrubbed.current ?? hover;
  const bubble: CSSProperties & Record<'--hover', string> = {
    '--hover': share(shown ?? 0, lengthMs),
  };
  return (
    <div
      ref={bar}
      className="seek"
      data-disabled={isDisabled}
      data-coming={availableMs !== undefined}
      {...hovering}
      style={bubble}
    >
      <div className="seek-track" />
      {shown !== undefined && lengthMs > 0 && (
        <span className="seek-bubble numbers" aria-hidden="true">
          <Look thumbnail={thumbnails.findLast(({ fromMs }) => fromMs <= shown)} />
          {clockText(shown)}
        </span>
      )}
      <input
        ref={range}
        type="range"
        aria-label={texts.seek}
        min={0}
        max={Math.max(1, lengthMs / 1000)}
        step={0.1}
        disabled={isDisabled || lengthMs === 0}
        defaultValue={0}
        onInput={(event) => {
          scrubbed.current = Number(event.currentTarget.value) * 1000;
          redraw((n) => n + 1);
        }}
        onKeyDown={(event) => {
          const delta = { ArrowLeft: -5000, ArrowRight: 5000 }[event.key];
          if (delta === undefined || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          onSeek(Math.min(availableMs ?? lengthMs, Math.max(0, aimMs() + delta)));
        }}
      />
    </div>
  );
};
