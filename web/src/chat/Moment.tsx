import { Clock, X } from 'lucide-react';
import { clockText } from '../player/position';
import { useTexts } from '../texts/language';

/** Takes the film's position along with what is written, and leaves it out again. */
export const MomentButton = ({
  positionMs,
  onPosition,
  now,
}: {
  readonly positionMs: number | undefined;
  readonly onPosition: (positionMs: number | undefined) => void;
  readonly now: () => number;
}) => {
  const texts = useTexts().writing;
  return (
    <button
      type="button"
      className="composer-moment"
      aria-label={texts.atPosition}
      title={texts.atPosition}
      aria-pressed={positionMs !== undefined}
      onClick={() => onPosition(positionMs === undefined ? Math.round(now()) : undefined)}
    >
      <Clock size={20} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
};

/** The position that goes with what is written; a click leaves it out. */
export const MomentChip = ({
  positionMs,
  onDrop,
}: {
  readonly positionMs: number;
  readonly onDrop: () => void;
}) => {
  const texts = useTexts().writing;
  const position = clockText(positionMs);
  return (
    <p className="composer-position">
      <button
        type="button"
        className="numbers"
        aria-label={`${texts.about(position)}. ${texts.dropPosition}`}
        onClick={onDrop}
      >
        {texts.about(position)}
        <X size={14} aria-hidden="true" />
      </button>
    </p>
  );
};
