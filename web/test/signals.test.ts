import { expect, it } from 'vitest';
import { typingNow, typingText, withSaid, withTyping } from '../src/chat/typists';
import { floatingOf } from '../src/cheers/floating';
import { de } from '../src/texts/de';
import { en } from '../src/texts/en';
import { ru } from '../src/texts/ru';

const anna = { member: 'anna' };
const ben = { member: 'ben' };

it('[SI3] somebody is typing until a message comes, or for five seconds after it was told', () => {
  const both = withTyping(withTyping(new Map(), [anna, ben], 5_000), [ben], 8_000);

  expect([...withSaid(both, 'ben').keys()]).toEqual(['anna']);
  expect([...typingNow(both, 5_000).keys()]).toEqual(['ben']);
  expect([...typingNow(both, 8_000).keys()]).toEqual([]);
});

it('of a crowd that types not everybody is kept', () => {
  const many = Array.from({ length: 100 }, (_, n) => ({ member: `m${n}` }));

  expect(withTyping(new Map(), many, 5_000).size).toBe(8);
});

it('who is typing is told by name, up to two', () => {
  const told = [['Anna'], ['Anna', 'Ben'], ['Anna', 'Ben', 'Cem']].flatMap((names) =>
    [en, de, ru].map((texts) => typingText(texts, names)),
  );

  expect(told).toEqual([
    'Anna is typing',
    'Anna schreibt',
    'Anna пишет',
    'Anna and Ben are typing',
    'Anna und Ben schreiben',
    'Anna и Ben пишут',
    'Several people are typing',
    'Mehrere schreiben',
    'Пишут несколько человек',
  ]);
});

it('[SI3] of many cheers as many float as can be seen, each with a key and a place within the picture', () => {
  const floating = floatingOf(
    [
      { emoji: '🎉', count: 1_000, by: 'anna' },
      ...Array.from({ length: 24 }, () => ({ emoji: '👍', count: 1 })),
    ],
    7,
  );

  expect(floating).toHaveLength(16);
  expect(floating.filter(({ by }) => by === 'anna')).toHaveLength(5);
  expect(new Set(floating.map(({ key }) => key)).size).toBe(16);
  expect(floating.every(({ place }) => place >= 8 && place <= 92)).toBe(true);
  expect(floating.every(({ delayMs }) => delayMs >= 0 && delayMs <= 240)).toBe(true);
});
