import { expect, test } from 'vitest';
import type { PublicRoom } from '../src/api/publicRooms';
import { inPlace } from '../src/openRooms/listed';

const room = (id: string, here = 1): PublicRoom => ({
  room: id,
  here,
  capacity: 9,
  full: false,
  newcomers: 'MEMBER',
});

test('rooms stay where they are shown, with what is new of them; gone ones go, and new ones come last', () => {
  const before = [room('a'), room('b'), room('c')];

  const shown = inPlace(before, [room('new', 7), room('c', 5), room('a')]);

  expect(shown).toEqual([room('a'), room('c', 5), room('new', 7)]);
});

test('where nothing was shown before, the rooms come as they are listed', () => {
  const now = [room('b', 2), room('a')];

  expect(inPlace([], now)).toEqual(now);
});
