import type { Answer } from '../src/answer';
import { follow } from '../src/follow';
import type { Following } from '../src/following';
import { openRoom } from '../src/openRoom';
import type { Room } from '../src/room';
import { type FakePlayer, fakePlayer, type Manners, usualManners } from './fakePlayer';
import { fakeServer, ROOM_AHEAD_MS } from './fakeServer';
import { fakePage, seeded, virtualTime } from './virtualTime';

export const MEDIA = { ref: { type: 'upload', film: 'f1' }, title: 'A film' } as const;

type Person = {
  readonly room: Room;
  readonly player: FakePlayer;
  readonly following: Following;
  readonly refused: Answer[];
  readonly kept: (readonly number[])[];
};

/** People with players in one room, the film loaded by the first, everybody ready. */
export const together = async (...mannersOfEach: readonly Partial<Manners>[]) => {
  const time = virtualTime();
  const server = fakeServer(time);
  const page = fakePage();
  const transport = { openSocket: server.openSocket, after: time.after, ...page };
  const rooms = mannersOfEach.map((_, index) =>
    openRoom({
      syncUrl: 'ws://localhost/sync',
      getTicket: async () => ({ type: 'ticket', ticket: `m${index}` }),
      transport,
      clock: time.clock,
      chance: seeded(index),
    }),
  );
  await time.pass(1_500);
  rooms[0]?.load(MEDIA);
  await time.pass(100);
  const watch = (room: Room, player: FakePlayer): Person => {
    const { stage } = room.current().state ?? {};
    const refused: Answer[] = [];
    const kept: (readonly number[])[] = [];
    const following = follow({
      room,
      player,
      loadedRevision: stage?.type === 'loaded' ? stage.loadedRevision : 0,
      transport,
      clock: time.clock,
      learnt: undefined,
      keep: (learnt) => kept.push(learnt),
      refused: (answer) => refused.push(answer),
    });
    return { room, player, following, refused, kept };
  };
  const people = rooms.map((room, index) =>
    watch(room, fakePlayer(time, { ...usualManners, ...mannersOfEach[index] })),
  );
  await time.pass(1_500);
  const [first, ...others] = people;
  if (first === undefined) {
    throw new Error('nobody is there');
  }
  /** Where the room's line is now; the position to stand on while it does not move. */
  const lineMs = (): number => {
    const playback = server.playback();
    return playback?.type === 'playing'
      ? playback.positionMs +
          Math.max(0, time.nowMs() + ROOM_AHEAD_MS - playback.anchorMs) * playback.rate
      : (playback?.positionMs ?? 0);
  };
  const errorsMs = (): number[] =>
    people.map(({ player }) => Math.abs(player.position().positionMs - lineMs()));
  const wishes = () => server.commands().filter(({ type }) => !type.startsWith('report'));
  return { time, server, page, people, watch, first, others, lineMs, errorsMs, wishes };
};
