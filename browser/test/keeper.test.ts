import { createReplica, createRoomClock } from '@matinee/browser';
import { createKeeper, type Effect } from '@matinee/browser/keeper';
import { describe, expect, it } from 'vitest';
import malformedFromClient from '../../protocol/messages/client.malformed.json';
import validFromClient from '../../protocol/messages/client.valid.json';

/** The compiled keeper; `host/` tests the same on the JVM. */
const START_MS = 1_800_000_000_000.25;

const textsTo = (peer: string, effects: readonly Effect[]): string[] =>
  effects.flatMap((each) => (each.peer === peer && each.type !== 'close' ? [each.text] : []));

const typesTo = (peer: string, effects: readonly Effect[]): string[] =>
  textsTo(peer, effects).map((text) => (JSON.parse(text) as { readonly type: string }).type);

const kept = () => {
  const keeper = createKeeper('first', START_MS);
  const enter = (peer: string): Effect[] => [
    ...keeper.opened(peer, peer, `Name of ${peer}`, START_MS),
    ...keeper.received(peer, '{"type":"enter"}', START_MS),
  ];
  return { keeper, enter };
};

describe('a room that a page keeps', () => {
  it('[PE1] shows two people the same, and tells the author what came of a wish', () => {
    const { keeper, enter } = kept();
    const anna = createReplica();
    const ben = createReplica();

    const effects = [
      ...enter('anna'),
      ...enter('ben'),
      ...keeper.received('ben', '{"type":"say","id":"c1","seen":2,"text":"hello"}', START_MS + 5),
    ];
    for (const text of textsTo('anna', effects)) anna.apply(text);
    for (const text of textsTo('ben', effects)) ben.apply(text);

    expect(typesTo('ben', effects)).toEqual(['welcome', 'snapshot', 'said', 'accepted']);
    expect(anna.snapshot()).toBe(ben.snapshot());
    expect([anna.epoch(), anna.revision()]).toEqual(['first', 3]);
  });

  it('[PE1] is the clock that the pages learn', () => {
    const { keeper, enter } = kept();
    enter('anna');
    const clock = createRoomClock(0);

    for (let t0 = 0; t0 < 2_000; t0 += 100) {
      const beat = JSON.stringify({ type: 'heartbeat', t0, condition: 'WATCHING' });
      const [answer] = keeper.received('anna', beat, START_MS + t0 + 10);
      if (answer?.type !== 'answer') throw new Error('a probe was not answered');
      const { t1, t2 } = JSON.parse(answer.text) as { readonly t1: number; readonly t2: number };
      clock.probeSent(t0);
      clock.sample(t0, t1, t2, t0 + 20);
    }

    expect(clock.roomTimeAt(5_000)).toBeCloseTo(START_MS + 5_000, 1);
  });

  it('does by itself what becomes due', () => {
    const { keeper, enter } = kept();
    enter('anna');
    enter('ben');
    keeper.closed('ben', START_MS);

    const effects: Effect[] = [];
    while (keeper.dueMs() <= START_MS + 3_001) {
      effects.push(...keeper.due(keeper.dueMs()));
    }

    expect(typesTo('anna', effects)).toContain('lost');
    expect(keeper.dueMs()).toBeGreaterThan(START_MS + 3_001);
  });

  it('says why a connection ends, and what is no name', () => {
    const { keeper, enter } = kept();
    enter('anna');

    const closed = keeper.received('anna', '{"type":"leave"}', START_MS);

    expect(closed).toEqual([{ type: 'close', peer: 'anna', code: 1000, reason: 'left' }]);
    expect(() => keeper.opened('ben', 'ben', '', START_MS)).toThrow(/name/);
    expect(() => keeper.opened('ben', 'no id', 'Ben', START_MS)).toThrow(/member id/);
  });
});

describe('what the golden vectors say to a keeper', () => {
  it.each(malformedFromClient)('[PE1] $name: answered by an error', ({ text, field }) => {
    const { keeper, enter } = kept();
    enter('anna');

    const [answer] = textsTo('anna', keeper.received('anna', text, START_MS));

    expect(JSON.parse(answer ?? '{}')).toMatchObject({
      type: 'error',
      field: field.length <= 100 ? field : `${field.substring(0, 100)}...`,
    });
  });

  it.each(validFromClient.filter(({ text }) => !text.includes('"enter"')))(
    '[PE1] $name: understood',
    ({ text }) => {
      const { keeper, enter } = kept();
      enter('anna');

      const effects = keeper.received('anna', text, START_MS);

      expect(typesTo('anna', effects)).not.toContain('error');
    },
  );
});
