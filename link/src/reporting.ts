import type { RoomView } from './roomView';
import type { Report } from './wish';

/** What the player can do: `able` could play at the room's position, `unable` cannot play this media at all. */
export type Ability = 'able' | 'buffering' | 'unable';

/** A report that was sent, and when. */
export type Reported = { readonly type: Report['type']; readonly atMs: number };

/** The same report is not made again sooner than this: its event may still be on its way. */
export const REPORT_PAUSE_MS = 1_000;

/** What the room should be told about the player, if it does not know already (GA1, GA5). */
export const reportDue = (
  view: RoomView,
  ability: Ability,
  lengthMs: number | undefined,
  last: Reported | undefined,
  nowMs: number,
): Report | undefined => {
  const due = missing(view, ability, lengthMs);
  const isRepeated =
    due !== undefined && last?.type === due.type && nowMs - last.atMs < REPORT_PAUSE_MS;
  return isRepeated ? undefined : due;
};

const missing = (
  { connection, state, me }: RoomView,
  ability: Ability,
  lengthMs: number | undefined,
): Report | undefined => {
  if (connection.type !== 'live' || state?.stage.type !== 'loaded' || me === undefined) {
    return undefined;
  }
  const readiness = state.giant === true ? 'READY' : me.readiness; // GI2: nobody asks
  switch (ability) {
    case 'able':
      return readiness !== 'READY' || teaches(state.stage.media.lengthMs, lengthMs)
        ? { type: 'reportReady', ...(isLength(lengthMs) ? { lengthMs } : {}) }
        : undefined;
    case 'buffering':
      return state.giant !== true && readiness === 'READY'
        ? { type: 'reportBuffering' }
        : undefined;
    case 'unable':
      return state.giant === true || readiness === 'CATCHING_UP'
        ? undefined
        : { type: 'reportUnable' };
  }
};

const isLength = (lengthMs: number | undefined): lengthMs is number =>
  lengthMs !== undefined && Number.isInteger(lengthMs) && lengthMs > 0;

const teaches = (known: number | undefined, lengthMs: number | undefined): boolean =>
  known === undefined && isLength(lengthMs);
