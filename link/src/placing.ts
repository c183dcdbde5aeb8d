import { isLivePosition } from './live';
import type { Player } from './player';
import type { FollowedRoom } from './room';
import type { RoomView } from './roomView';

/** `loadedRevision` names the media that is in the player. */
export type PlacingOptions = {
  readonly room: FollowedRoom;
  readonly player: Player;
  readonly loadedRevision: number;
  readonly nowMs: () => number;
};

/** A position must be missing for so long: a playlist may be late. */
const SURE_MS = 500;
/** The others wait this long for each who comes before them: usually one alone takes the room to the stream. */
const TURN_MS = 3_000;

/** The how many-th of those connected this page's person is: the host first, then the longest present. */
const turnOf = ({ state, me }: RoomView): number => {
  const here = (state?.members ?? []).filter(({ lostSinceMs }) => lostSinceMs === undefined);
  const hostFirst = [...here.filter(({ host }) => host), ...here.filter(({ host }) => !host)];
  return hostFirst.findIndex(({ id }) => id === me?.id);
};

/**
 * Takes the room to the edge of a live stream when it is where the stream is not: at the beginning, and when what it would go on with is gone.
 * A room that is paused stays where it is until it is played. Whose person may not seek leaves it to others.
 */
export const placing = ({ room, player, loadedRevision, nowMs }: PlacingOptions) => {
  let missingSinceMs: number | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;

  const missing = (targetMs: number): number | undefined => {
    const { state, connection } = room.current();
    const window = player.live();
    if (
      window === undefined ||
      connection.type !== 'live' ||
      state?.stage.type !== 'loaded' ||
      state.stage.loadedRevision !== loadedRevision
    ) {
      return undefined;
    }
    const isResting = state.stage.playback.type === 'paused' && isLivePosition(targetMs);
    return isResting || window.has(targetMs) ? undefined : window.edgeMs;
  };

  /** To be told often where the room is; NaN while that is not known. */
  return (targetMs: number): void => {
    const edgeMs = Number.isNaN(targetMs) ? undefined : missing(targetMs);
    if (edgeMs === undefined) {
      missingSinceMs = undefined;
      return;
    }
    missingSinceMs ??= nowMs();
    const view = room.current();
    const turn = turnOf(view);
    const dueAtMs = Math.max(missingSinceMs + SURE_MS + turn * TURN_MS, askedAtMs + TURN_MS);
    if (turn >= 0 && nowMs() >= dueAtMs && view.rights.has('SEEK')) {
      askedAtMs = nowMs();
      void room.seek(edgeMs);
    }
  };
};
