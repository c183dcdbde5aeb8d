import type { Replica } from '@matinee/browser';
import type { ConnectionState } from './connectionState';
import { stateOf } from './frame';
import type { Presence } from './presence';
import type { Action, Member, Playback, Role, RoomState } from './roomState';
import type { Headcount, RoomView, Wait } from './roomView';

const playbackOf = ({ stage }: RoomState): Playback | undefined =>
  stage.type === 'loaded' ? stage.playback : undefined;

const waitOf = (state: RoomState, replica: Replica): Wait | undefined => {
  const playback = playbackOf(state);
  if (playback?.type !== 'waiting') {
    return undefined;
  }
  const isForFilm = replica.awaitsFilm();
  const ids = new Set(isForFilm ? [] : replica.waitedFor());
  const members = state.members.filter(({ id }) => ids.has(id));
  return { members, untilMs: playback.untilMs, isForFilm };
};

const rolesOf = (replica: Replica, state: RoomState): ReadonlyMap<string, Role> =>
  new Map(
    state.members.flatMap(({ id }): [string, Role][] => {
      const role = replica.role(id);
      return role === '' ? [] : [[id, role]];
    }),
  );

/** Who this page is, as the welcome said: a member, or a companion of that member (CD5). */
export type Whoami = { readonly id: string; readonly isCompanion: boolean };

const grantsOf = (
  replica: Replica,
  me: Whoami | undefined,
): { readonly rights: ReadonlySet<Action>; readonly asks: ReadonlySet<Action> } => {
  if (me === undefined) return { rights: new Set(), asks: new Set() };
  return me.isCompanion
    ? { rights: new Set(replica.companionRights(me.id)), asks: new Set() }
    : { rights: new Set(replica.rights(me.id)), asks: new Set(replica.asks(me.id)) };
};

/** Puts together what the page sees. `whoami` is undefined before the first welcome. */
export const viewOf = (
  replica: Replica,
  whoami: Whoami | undefined,
  connection: ConnectionState,
  presence: ReadonlyMap<string, Presence>,
  crowd?: Headcount,
): RoomView => {
  const state = stateOf(replica);
  if (state === undefined) {
    return {
      connection,
      presence,
      rights: new Set(),
      asks: new Set(),
      mayWrite: false,
      roles: new Map(),
    };
  }
  const me: Member | undefined = state.members.find(({ id }) => id === whoami?.id);
  const wait = waitOf(state, replica);
  const mayChatFromMs = replica.mayChatFrom(whoami?.id ?? '');
  return {
    connection,
    presence: presentOf(presence, state),
    state,
    ...grantsOf(replica, whoami),
    mayWrite: replica.mayWrite(whoami?.id ?? ''),
    roles: rolesOf(replica, state),
    ...(me === undefined ? {} : { me }),
    ...(mayChatFromMs < 0 ? {} : { mayChatFromMs }),
    ...(wait === undefined ? {} : { wait }),
    ...(crowd === undefined ? {} : { crowd }),
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
