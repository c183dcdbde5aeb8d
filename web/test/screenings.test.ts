import { expect, it } from 'vitest';
import { leftOf } from '../src/screenings/countdown';
import { filmsOf } from '../src/screenings/films';
import { inOrder } from '../src/screenings/inOrder';
import { localOf, nextEveningMs } from '../src/screenings/wallTime';

it('what is left until an evening is shown as days and a clock, rounded up', () => {
  expect(leftOf(59_001)).toEqual({ days: 0, clock: '01:00' });
  expect(leftOf(3_600_000)).toEqual({ days: 0, clock: '1:00:00' });
  expect(leftOf(2 * 86_400_000 + 61_000)).toEqual({ days: 2, clock: '0:01:01' });
  expect(leftOf(-5)).toEqual({ days: 0, clock: '00:00' });
});

it('an evening is proposed for eight, today or tomorrow', () => {
  const noon = new Date(2026, 10, 25, 12).getTime();
  const night = new Date(2026, 10, 25, 23).getTime();

  expect(localOf(nextEveningMs(noon))).toBe('2026-11-25T20:00');
  expect(localOf(nextEveningMs(night))).toBe('2026-11-26T20:00');
});

it('one address is a film, several are episodes with numbers', () => {
  const url = 'https://example.org/a.mp4';

  expect(filmsOf(url, 'Nosferatu', [])).toEqual({
    type: 'films',
    films: [{ type: 'address', url, title: 'Nosferatu' }],
  });
  expect(filmsOf(`${url}\n\n${url}\n`, 'Part', [])).toEqual({
    type: 'films',
    films: [
      { type: 'address', url, title: 'Part 1' },
      { type: 'address', url, title: 'Part 2' },
    ],
  });
});

it('films that were uploaded come before addresses, and need none', () => {
  const url = 'https://example.org/a.mp4';
  const uploaded = { type: 'upload', film: 'f', title: 'Nosferatu' } as const;

  expect(filmsOf(url, '', [uploaded])).toEqual({
    type: 'films',
    films: [uploaded, { type: 'address', url, title: 'a' }],
  });
  expect(filmsOf(' ', 'Tonight', [uploaded])).toEqual({
    type: 'films',
    films: [{ ...uploaded, title: 'Tonight' }],
  });
});

it('an address that is none is said to be none, wherever it stands', () => {
  expect(filmsOf('', '', [])).toEqual({ type: 'invalid', why: 'emptyAddress' });
  expect(filmsOf('https://example.org/a.mp4\nno', '', [])).toEqual({
    type: 'invalid',
    why: 'badAddress',
  });
});

it('what lies ahead comes before what is over, each by what is nearest', () => {
  const on = (day: number, state: 'planned' | 'ended') => ({
    startsAt: `2026-12-0${day}T20:00:00Z`,
    state,
  });
  const [a, b, c, d] = [on(1, 'ended'), on(2, 'ended'), on(3, 'planned'), on(4, 'planned')];

  expect(inOrder([d, a, c, b])).toEqual([c, d, b, a]);
});
