import type { Replica } from '@matinee/browser';
import type { ConnectionState } from './connectionState';
import { stateOf } from './frame';
import type { Presence } from './presence';
import type { Member, Playback, RoomState } from './roomState';
import type { RoomView, Wait } from './roomView';

const playbackOf = ({ stage }: RoomState): Playback | undefined =>
  stage.type === 'loaded' ? stage.playback : undefined;

const waitOf = (state: RoomState, replica: Replica): Wait | undefined => {
  const playback = playbackOf(state);
  if (playback?.type !== 'waiting') {
    return undefined;
  }
  const ids = new Set(replica.waitedFor());
  return { members: state.members.filter(({ id }) => ids.has(id)), untilMs: playback.untilMs };
};

/** Puts together what the page sees. `myId` is undefined before the first welcome. */
export const viewOf = (
  replica: Replica,
  myId: string | undefined,
  connection: ConnectionState,
  presence: ReadonlyMap<string, Presence>,
): RoomView => {
  const state = stateOf(replica);
  if (state === undefined) {
    return { connection, presence, mayControl: false };
  }
  const me: Member | undefined = state.members.find(({ id }) => id === myId);
  const wait = waitOf(state, replica);
  return {
    connection,
    presence: presentOf(presence, state),
    state,
    mayControl: myId !== undefined && replica.mayControl(myId),
    ...(me === undefined ? {} : { me }),
    ...(wait === undefined ? {} : { wait }),
  };
};

/** Who has left the room is present no more. */
const presentOf = (
  presence: ReadonlyMap<string, Presence>,
  state: RoomState,
): ReadonlyMap<string, Presence> => {
  const ids = new Set(state.members.map(({ id }) => id));
  return [...presence.keys()].every((id) => ids.has(id))
    ? presence
    : new Map([...presence].filter(([id]) => ids.has(id)));
};
