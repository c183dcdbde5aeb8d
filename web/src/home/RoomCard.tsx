import { isLivePosition } from '@matinee/link/live';
import { X } from 'lucide-react';
import { Link } from 'wouter';
import type { RoomSummary } from '../api/rooms';
import { colourOf } from '../people/colours';
import { clockText } from '../player/position';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';

/** What a room is doing, in words. */
export const stateOfRoom = (texts: Texts, summary: RoomSummary): string => {
  const { playback } = summary;
  if (!playback) return texts.home.nothingLoaded;
  if (isLivePosition(playback.positionMs)) return texts.player.live;
  const position = clockText(playback.positionMs);
  return playback.type === 'paused' ? texts.home.stoppedAt(position) : texts.home.running(position);
};

type RoomCardProps = {
  readonly id: string;
  /** What it is called while nothing else is known. */
  readonly title?: string | undefined;
  readonly summary: RoomSummary | undefined;
  /** What the cross does to the room of this title. */
  readonly crossed: (title: string) => string;
  readonly onCross: (title: string) => void;
};

/** A room to go to, with a cross by which it goes from the list. */
export const RoomCard = ({ id, title: before, summary, crossed, onCross }: RoomCardProps) => {
  const texts = useTexts();
  const title = summary?.name ?? summary?.title ?? before ?? texts.home.untitled;
  const here = summary?.here ?? 0;
  return (
    <li className="card" data-art={colourOf(id) % 5}>
      <Link href={`/r/${id}`} className="card-link">
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
        aria-label={crossed(title)}
        onClick={() => onCross(title)}
      >
        <X size={18} strokeWidth={1.75} />
      </button>
    </li>
  );
};
