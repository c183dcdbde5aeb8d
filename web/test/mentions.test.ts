import { expect, it } from 'vitest';
import { begunAt, mentionedIn, proposed } from '../src/chat/mentions';

const ann = { id: 'a', name: 'Ann' };
const annLee = { id: 'b', name: 'Ann Lee' };
const maria = { id: 'c', name: 'Мария' };

it.each([
  ['@', 1, { search: '', at: 0 }],
  ['hello @an', 9, { search: 'an', at: 6 }],
  ['(@an', 4, { search: 'an', at: 1 }],
  ['@an and more', 3, { search: 'an', at: 0 }],
  ['a@example', 9, undefined],
  ['@ann ', 5, undefined],
  ['', 0, undefined],
])('in %j at %i the name begun is %j', (text, caret, begun) => {
  expect(begunAt(text, caret)).toEqual(begun);
});

it('those are proposed whose name goes with it, the likeliest first, and not oneself', () => {
  const lee = { id: 'd', name: 'Lee' };
  const self = { id: 'e', name: 'Leo', isSelf: true };

  const all = proposed([annLee, maria, lee, self], 'LE');

  expect(all).toEqual([lee, annLee]);
});

it('whoever was chosen is mentioned as long as the name stands in the text, each once', () => {
  const mentioned = mentionedIn('@Ann Lee, look; and @Мария', [maria, annLee, ann, maria]);

  expect(mentioned).toEqual(['c', 'b']);
});

it('a text without a name mentions nobody', () => {
  expect(mentionedIn('@Anna', [ann])).toEqual([]);
});

it('no more are mentioned than a message may', () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ id: `m${n}`, name: `N${n}` }));

  const mentioned = mentionedIn(many.map(({ name }) => `@${name}`).join(' '), many);

  expect(mentioned).toEqual(many.slice(0, 20).map(({ id }) => id));
});
