import type { RoomView } from '@matinee/link/roomView';
import type { PersonThere, PlayerState, RoomSeen } from '../messages';
import type { Seat } from './memory';

const peopleOf = ({ state, me, presence, wait }: RoomView): readonly PersonThere[] =>
  (state?.members ?? []).map(({ id, name, lostSinceMs }) => ({
    id,
    name,
    isSelf: id === me?.id,
    condition: lostSinceMs === undefined ? (presence.get(id)?.condition ?? 'UNKNOWN') : 'LOST',
    isWaitedFor: wait?.members.some((each) => each.id === id) === true,
  }));

/** The film that is loaded, and the address of its page, if it is on one. */
export const filmOf = ({ state }: RoomView): RoomSeen['film'] => {
  if (state?.stage.type !== 'loaded') return undefined;
  const { ref, title } = state.stage.media;
  return { title, ...(ref.type === 'site' ? { url: ref.url } : {}) };
};

/** The room as the popup shows it. */
export const seenOf = (
  { server, room, tab }: Seat,
  view: RoomView,
  isOnPage: boolean,
  player: PlayerState | undefined,
): RoomSeen => {
  const film = filmOf(view);
  return {
    link: `${server}/r/${room}`,
    tab,
    connection: view.connection,
    people: peopleOf(view),
    mayLoad: view.rights.has('LOAD'),
    isOnPage,
    ...(player === undefined ? {} : { player }),
    ...(film === undefined ? {} : { film }),
  };
};
