import { createRoomClock } from '@matinee/browser';
import { expect, it } from 'vitest';
import { resettling } from '../src/resettling';

const welcome = (epoch: string): string =>
  `{"type":"welcome","member":"ann","epoch":"${epoch}","roomTimeMs":0}`;
const SAID = '{"type":"said","revision":8,"atMs":1,"by":"ann","command":"c-1","text":"welcome"}';
const ANSWER = '{"type":"heartbeat","t0":1,"t1":2,"t2":3}';

/** A page that knows the history `epoch`, by a clock that is so far ahead of its own. */
const page = (epoch: string | undefined, aheadMs: number) => {
  const roomClock = createRoomClock(0);
  const heard: string[] = [];
  const settling = resettling({
    roomClock,
    epoch: () => epoch,
    hear: (text) => heard.push(text),
  });
  const probe = (count: number, clockAheadMs: number): void => {
    for (let i = 0; i < count; i += 1) {
      const t0 = 900 + i;
      const t1 = t0 + clockAheadMs + 5;
      settling.probed({ t0, t1, t2: t1, t3: t0 + 10 });
    }
  };
  probe(8, aheadMs);
  const connect = (): void => {
    settling.opened();
    roomClock.reset(900);
  };
  return {
    settling,
    heard,
    probe,
    connect,
    aheadMs: () => Math.round(roomClock.roomTimeAt(1_000) - 1_000),
  };
};

it('[RG4] the clock of another history and what is told of it are taken over at the same instant', () => {
  const { settling, heard, probe, connect, aheadMs } = page('old', 500);

  connect();
  const kept = [settling.keeps(welcome('new')), settling.keeps(SAID), settling.keeps(ANSWER)];
  probe(7, -300);
  const before = { ahead: aheadMs(), heard: [...heard] };
  probe(1, -300);

  expect(kept).toEqual([false, true, false]);
  expect(before).toEqual({ ahead: 500, heard: [] });
  expect(heard).toEqual([SAID]);
  expect(settling.keeps(SAID)).toBe(false);
});

it('[RG4] answers that come before it is said by which history they go wait until it is, and for what is told of the room', () => {
  const { settling, heard, probe, connect, aheadMs } = page('old', 500);

  connect();
  probe(8, -300);
  const unsaid = aheadMs();
  settling.keeps(welcome('new'));
  const untold = aheadMs();
  settling.keeps(SAID);

  expect([unsaid, untold]).toEqual([500, 500]);
  expect(aheadMs()).toBe(-300);
  expect(heard).toEqual([SAID]);
});

it('[RG4] answers that came before it is said that the history is the known one count', () => {
  const { settling, probe, connect, aheadMs } = page('old', 500);

  connect();
  probe(8, 502);
  const unsaid = aheadMs();
  settling.keeps(welcome('old'));

  expect([unsaid, aheadMs()]).toEqual([500, 502]);
});

it('[RG4] what is told of a history that is known already, or the first, is heard at once', () => {
  const same = page('old', 500);
  const first = page(undefined, 500);
  same.connect();
  first.connect();

  expect([same.settling.keeps(welcome('old')), same.settling.keeps(SAID)]).toEqual([false, false]);
  expect([first.settling.keeps(welcome('new')), first.settling.keeps(SAID)]).toEqual([
    false,
    false,
  ]);
});

it('[RG4] who connects anew before the clock is known begins anew', () => {
  const { settling, heard, probe, connect } = page('old', 500);

  connect();
  settling.keeps(welcome('new'));
  settling.keeps(SAID);
  connect();
  settling.keeps(welcome('old'));
  probe(8, 500);

  expect(heard).toEqual([]);
  expect(settling.keeps(SAID)).toBe(false);
});
