import { expect, it } from 'vitest';
import { colourOf, coloursOf } from '../src/people/colours';

const ids = [...Array(200).keys()].map((n) => `member${n}`);

it('nobody of the first eight looks like another, and the first looks as everywhere', () => {
  const [first = '', ...others] = ids;
  const colours = coloursOf([first, ...others.slice(0, 7)]);

  expect(new Set(colours.values())).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  expect(colours.get(first)).toBe(colourOf(first));
});

it('who comes in changes the colour of nobody who is there', () => {
  const before = coloursOf(ids.slice(0, 5));
  const after = coloursOf(ids.slice(0, 6));

  expect([...after].slice(0, 5)).toEqual([...before]);
});

it('the ninth has a colour of its own choice', () => {
  const [ninth = ''] = ids.slice(8);

  expect(coloursOf(ids.slice(0, 9)).get(ninth)).toBe(colourOf(ninth));
});
