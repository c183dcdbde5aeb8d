import {
  type Control,
  type ControlPolicy,
  createReplica,
  type RoomEvent,
  type Snapshot,
} from '@matinee/browser';
import { expect, it } from 'vitest';

const all = (policy: ControlPolicy): Control => ({
  load: policy,
  playPause: policy,
  seek: policy,
  speed: policy,
});

const snapshot: Snapshot = {
  type: 'snapshot',
  epoch: 'e-1',
  revision: 5,
  atMs: 1_000,
  stage: {
    type: 'loaded',
    media: { ref: { type: 'upload', film: 'f' }, title: 'Sintel', lengthMs: 20_000 },
    loadedRevision: 1,
    playback: { type: 'playing', anchorMs: 2_000, positionMs: 500, rate: 2 },
  },
  control: all('HOST_ONLY'),
  gate: { type: 'everyone' },
  locked: false,
  members: [
    { id: 'ann', name: 'Ann', joinedAtMs: 0, standing: 'OWNER', host: true, readiness: 'READY' },
    {
      id: 'bob',
      name: 'Bob',
      joinedAtMs: 1,
      standing: 'MEMBER',
      host: false,
      readiness: 'CATCHING_UP',
    },
  ],
  absent: [],
  proposals: [],
};

const paused = (revision: number): RoomEvent => ({
  type: 'playbackChanged',
  revision,
  atMs: 4_000,
  by: 'ann',
  command: 'c',
  cause: 'PAUSED',
  playback: { type: 'paused', positionMs: 4_500, rate: 2 },
});

const text = (message: Snapshot | RoomEvent) => JSON.stringify(message);

const replicaOf = (state: Snapshot) => {
  const replica = createReplica();
  replica.apply(text(state));
  return replica;
};

it('[EN4] a replica knows nothing before the first snapshot', () => {
  const replica = createReplica();

  const applied = replica.apply(text(paused(1)));

  expect(applied).toBe('gap');
  expect([replica.revision(), replica.epoch(), replica.snapshot()]).toEqual([0, '', '']);
});

it('[EN2] a snapshot is taken over whole', () => {
  const replica = createReplica();

  const applied = replica.apply(text(snapshot));

  expect(applied).toBe('applied');
  expect(JSON.parse(replica.snapshot())).toEqual(snapshot);
  expect([replica.revision(), replica.epoch()]).toEqual([5, 'e-1']);
});

it('[EN4] an event is applied if it is the next one', () => {
  const replica = replicaOf(snapshot);

  const applied = [5, 7, 6, 6].map((revision) => replica.apply(text(paused(revision))));

  expect(applied).toEqual(['known', 'gap', 'applied', 'known']);
  expect(JSON.parse(replica.snapshot())).toEqual({
    ...snapshot,
    revision: 6,
    atMs: 4_000,
    stage: { ...snapshot.stage, playback: { type: 'paused', positionMs: 4_500, rate: 2 } },
  });
});

it('[EN2] a later snapshot replaces the state, also by another history', () => {
  const replica = replicaOf(snapshot);
  const restored: Snapshot = { ...snapshot, epoch: 'e-2', revision: 2, stage: { type: 'idle' } };

  replica.apply(text(restored));

  expect(JSON.parse(replica.snapshot())).toEqual(restored);
});

it('[EN4] what says nothing about the state changes nothing', () => {
  const replica = replicaOf(snapshot);

  const applied = replica.apply('{"type":"heartbeat","t0":1,"t1":2,"t2":3}');

  expect(applied).toBe('ignored');
  expect(JSON.parse(replica.snapshot())).toEqual(snapshot);
});

it('[WI3] a malformed frame names the field and changes nothing', () => {
  const replica = replicaOf(snapshot);

  const apply = () => replica.apply('{"type":"said","revision":6,"atMs":1,"text":""}');

  expect(apply).toThrow(
    expect.objectContaining({ field: 'text', message: 'text must not be empty' }),
  );
  expect(JSON.parse(replica.snapshot())).toEqual(snapshot);
});

it('[PB1] the position follows from the room time, no further than the end', () => {
  const replica = replicaOf(snapshot);

  const positions = [1_000, 2_000, 3_000, 99_000].map(replica.positionAt.bind(replica));

  expect(positions).toEqual([500, 500, 2_500, 20_000]);
});

it('[GA2] who is buffering is waited for, who catches up is not', () => {
  const replica = replicaOf({
    ...snapshot,
    members: snapshot.members.map((one) =>
      one.id === 'ann' ? { ...one, readiness: 'BUFFERING' } : one,
    ),
  });

  expect(replica.waitedFor()).toEqual(['ann']);
});

it('[RI1] rights follow from role and control, strangers have none', () => {
  const guarded = replicaOf(snapshot);
  const open = replicaOf({ ...snapshot, control: all('EVERYONE') });

  const rights = [guarded, open].map((replica) =>
    ['bob', 'eve', 'no such id!'].map((member) => replica.rights(member)),
  );

  const always = ['VOTE', 'CHAT', 'RENAME', 'EXCUSE', 'REPORT', 'WITHDRAW'];
  expect(rights).toEqual([
    [always, [], []],
    [['LOAD', 'PLAY_PAUSE', 'SEEK', 'SPEED', 'QUEUE', ...always], [], []],
  ]);
  expect(guarded.rights('ann')).toEqual(
    expect.arrayContaining(['PLAY_PAUSE', 'SET_CONTROL', 'SET_STANDING']),
  );
});

it('[CD2] a companion may only chat, if its member may', () => {
  const watching = snapshot.members.map((one) =>
    one.id === 'bob' ? ({ ...one, standing: 'WATCHER' } as const) : one,
  );
  const replicas = [snapshot, { ...snapshot, members: watching }].map(replicaOf);

  const rights = replicas.map((replica) =>
    ['ann', 'bob', 'eve'].map((member) => replica.companionRights(member)),
  );

  expect(rights).toEqual([
    [['CHAT'], ['CHAT'], []],
    [['CHAT'], [], []],
  ]);
});

it('[AS1] where the control says ask, members may propose', () => {
  const replica = replicaOf({ ...snapshot, control: { ...all('HOST_ONLY'), playPause: 'ASK' } });

  expect([replica.asks('ann'), replica.asks('bob')]).toEqual([[], ['PLAY_PAUSE']]);
});

it('[HO4] a role follows from the standing and from who hosts', () => {
  const replica = replicaOf(snapshot);

  expect(['ann', 'bob', 'eve'].map((member) => replica.role(member))).toEqual([
    'OWNER',
    'MEMBER',
    '',
  ]);
});
