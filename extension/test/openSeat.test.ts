import { expect, it } from 'vitest';
import { together } from '../../link/test/together';
import { seeded } from '../../link/test/virtualTime';
import { openSeat } from '../src/background/openSeat';
import type { ToFrame } from '../src/messages';

const FILM = 'https://cinema.example/watch?v=1';

/** Anna is in a room with a film on its site's page; Ben takes a seat there. */
const seated = async () => {
  const evening = await together({});
  const { time, server, page, first } = evening;
  first.room.load({ ref: { type: 'site', url: FILM }, title: 'The Long Way' });
  await time.pass(100);
  let needed = 0;
  const seat = openSeat({
    seat: { server: 'http://localhost', room: 'r', name: 'Ben', tab: 1 },
    syncUrl: 'ws://localhost/sync',
    getTicket: async () => ({ type: 'ticket', ticket: 'ben' }),
    transport: { openSocket: server.openSocket, after: time.after, ...page },
    clock: time.clock,
    chance: seeded(7),
    changed: () => {},
    needed: () => {
      needed += 1;
    },
  });
  await time.pass(1_500);
  const reports = () => server.commands().filter(({ type }) => type === 'reportUnable').length;
  return { time, seat, reports, needed: () => needed };
};

/** A frame of Ben's tab, with a player; what it is told, but for the clock. */
const frameOf = ({ seat }: Awaited<ReturnType<typeof seated>>, area: number) => {
  const told: ToFrame['type'][] = [];
  const hear = seat.enter({ post: ({ type }) => told.push(type) });
  hear({ type: 'screen', area });
  return told;
};

it('[ST2] who has no player on the page of the film counts as unable, once that has lasted', async () => {
  const { time, reports } = await seated();

  await time.pass(3_000);
  const soon = reports();
  await time.pass(5_000);

  expect([soon, reports()]).toEqual([0, 1]);
});

it('[ST2] whose player leads does not count as unable', async () => {
  const ben = await seated();
  frameOf(ben, 100);
  ben.seat.shows(FILM);

  await ben.time.pass(10_000);

  expect(ben.reports()).toBe(0);
});

it('leads the largest player, and only on the page of the film', async () => {
  const ben = await seated();
  const small = frameOf(ben, 100);
  const large = frameOf(ben, 90_000);

  ben.seat.shows('https://cinema.example/watch?v=2');
  expect([small, large]).toEqual([[], []]);
  ben.seat.shows(`${FILM}&from=mail#t=3`);
  expect([small, large]).toEqual([[], ['lead']]);
  ben.seat.shows(undefined);
  expect([small, large]).toEqual([[], ['lead', 'rest']]);
  ben.seat.end('leave');
  expect([small, large]).toEqual([['over'], ['lead', 'rest', 'over']]);
});

it('wants its program in the tab when that comes to the page of the film, and not before', async () => {
  const { seat, needed } = await seated();

  seat.shows('http://localhost/r/r');
  const before = needed();
  seat.shows(FILM);
  seat.shows(`${FILM}#t=3`);

  expect([before, needed()]).toEqual([0, 1]);
});

it('takes the room to another page', async () => {
  const { time, seat } = await seated();
  const url = 'https://cinema.example/watch?v=2';

  void seat.bring({ tab: 1, url, title: 'The Short Way\n- Cinema' });
  await time.pass(500);

  expect(seat.seen().film).toEqual({ title: 'The Short Way - Cinema', url });
});
