import { clockText } from '../player/position';
import type { SaidLine } from '../room/view';
import { useTexts } from '../texts/language';

type Position = NonNullable<SaidLine['position']>;

/** The place of the film that a line is about. Whoever may not seek asks all the same and is told why not. */
export const PositionChip = ({
  position: { positionMs, isOfLoaded },
  onSeek,
}: {
  readonly position: Position;
  readonly onSeek: (positionMs: number) => void;
}) => {
  const { chat, writing } = useTexts();
  const position = clockText(positionMs);
  if (!isOfLoaded)
    return (
      <span className="line-position numbers" title={writing.ofAnotherFilm(position)}>
        {position}
      </span>
    );
  return (
    <button
      type="button"
      className="line-position numbers"
      aria-label={chat.goTo(position)}
      onClick={() => onSeek(positionMs)}
    >
      {position}
    </button>
  );
};
