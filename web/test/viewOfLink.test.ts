import type { RoomView as LinkView } from '@matinee/link/roomView';
import { expect, it } from 'vitest';
import { controlOfAll } from '../src/room/control';
import { viewOfLink } from '../src/room/viewOfLink';
import { person } from './person';

const paused = { type: 'paused', positionMs: 0, rate: 1 } as const;

const member = {
  name: 'Anna',
  joinedAtMs: 1,
  standing: 'OWNER',
  host: true,
  readiness: 'READY',
} as const;

const linked: LinkView = {
  connection: { type: 'live' },
  rights: new Set(['LOAD']),
  mayWrite: true,
  asks: new Set(),
  roles: new Map([
    ['a', 'OWNER'],
    ['b', 'GUEST'],
    ['c', 'MEMBER'],
  ]),
  me: { ...member, id: 'a' },
  presence: new Map([
    ['a', { member: 'a', condition: 'WATCHING', syncErrorMs: 3, roundTripMs: 2 }],
    ['b', { member: 'b', condition: 'WATCHING', syncErrorMs: -4, roundTripMs: 30 }],
  ]),
  state: {
    epoch: 'e',
    revision: 1,
    atMs: 1,
    control: controlOfAll('HOST_ONLY'),
    gate: { type: 'everyone' },
    locked: false,
    members: [
      { ...member, id: 'a' },
      { ...member, id: 'b', name: 'Ben', standing: 'GUEST', host: false },
      { ...member, id: 'c', name: 'Cem', standing: 'MEMBER', host: false, lostSinceMs: 1 },
    ],
    absent: [],
    proposals: [],
    stage: {
      type: 'loaded',
      loadedRevision: 1,
      media: { ref: { type: 'address', url: 'http://e.org/f.mp4' }, title: 'F' },
      playback: paused,
    },
  },
};

it('the room of the link becomes the room that the page shows', () => {
  const around = {
    chat: [],
    unsent: [],
    wished: {},
    hasEarlier: false,
    hasLater: false,
    shown: (id: string, name: string) => (id === 'b' ? `${name} #0001` : name),
    isSecure: true,
  } as const;

  const shown = viewOfLink(linked, {
    ...around,
    following: { type: 'unable', problem: { type: 'network' } },
  });

  expect(shown).toEqual({
    contact: { type: 'live' },
    stage: {
      type: 'loaded',
      film: { title: 'F', address: 'http://e.org/f.mp4' },
      playback: paused,
    },
    control: controlOfAll('HOST_ONLY'),
    rights: new Set(['LOAD']),
    writers: 'EVERYBODY',
    mayWrite: true,
    asks: new Set(),
    proposals: [],
    queue: { autoAdvance: true, items: [] },
    gate: { type: 'everyone' },
    door: { access: 'LINK', capacity: 20_000, newcomers: 'MEMBER' },
    isLocked: false,
    people: [
      person('a', {
        name: 'Anna',
        ownName: 'Anna',
        role: 'OWNER',
        standing: 'OWNER',
        isHost: true,
        isSelf: true,
        syncErrorMs: 3,
      }),
      person('b', {
        name: 'Ben #0001',
        ownName: 'Ben',
        role: 'GUEST',
        standing: 'GUEST',
        syncErrorMs: -4,
      }),
      person('c', { name: 'Cem', ownName: 'Cem', condition: 'LOST' }),
    ],
    banned: [],
    chat: [],
    unsent: [],
    wished: {},
    hasEarlier: false,
    hasLater: false,
    player: { type: 'unplayable', cause: 'insecure' },
    inStep: { skewMs: 7, boundMs: 16 },
  });
});
