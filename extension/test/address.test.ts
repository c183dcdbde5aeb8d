import { expect, it } from 'vitest';
import { isPage, pageOf, rightTo, roomOf, serverOf, titleOf } from '../src/address';

it.each([
  ['https://cinema.example/watch?v=1#t=3', 'https://cinema.example/watch?v=1#t=3'],
  ['http://cinema.example/', undefined],
  ['https://ann:secret@cinema.example/', undefined],
  ['chrome://extensions', undefined],
  ['', undefined],
])('[ST1] the page at %s is named %s', (text, page) => {
  expect(pageOf(text)).toBe(page);
});

it('[ST1] a page whose address is longer than a room takes has no name', () => {
  expect(pageOf(`https://cinema.example/${'a'.repeat(2_048)}`)).toBeUndefined();
});

it.each([
  ['https://a.example/w?v=1', true],
  ['https://a.example/w?v=1&from=mail#t=3', true],
  ['https://a.example/w?v=2', false],
  ['https://a.example/w', false],
  ['https://a.example/x?v=1', false],
  ['https://b.example/w?v=1', false],
  ['http://a.example/w?v=1', false],
  ['about:blank', false],
])('%s is the page of the film: %s', (here, is) => {
  expect(isPage(here, 'https://a.example/w?v=1')).toBe(is);
});

it('a site is asked for alone, whatever its port', () => {
  expect(rightTo('https://a.example:8443/w?v=1')).toBe('https://a.example/*');
});

it.each([
  ['https://m.example/r/MsQXIwtLsUOA_GKQv1oKUA', 'https://m.example', 'MsQXIwtLsUOA_GKQv1oKUA'],
  [' http://127.0.0.1:8080/r/a-b?at=3 ', 'http://127.0.0.1:8080', 'a-b'],
])('%s is the link of a room', (link, server, room) => {
  expect(roomOf(link)).toEqual({ server, room });
});

it.each(['https://m.example/', 'https://m.example/r/', 'ftp://m.example/r/a', 'r/a', ''])(
  '"%s" is no link of a room',
  (link) => {
    expect(roomOf(link)).toBeUndefined();
  },
);

it.each([
  ['matinee.example', 'https://matinee.example'],
  ['http://127.0.0.1:8080/r/abc', 'http://127.0.0.1:8080'],
  ['  ', undefined],
  ['not a server', undefined],
])('"%s" is the server %s', (text, server) => {
  expect(serverOf(text)).toBe(server);
});

it.each([
  ['The Long Way\n - Cinema', 'The Long Way - Cinema'],
  [' \t ', 'a.example'],
])('a page called %j gives a film its title', (title, is) => {
  expect(titleOf(title, 'https://a.example/w')).toBe(is);
});

it('a long title is cut, and not in the middle of a character', () => {
  expect(titleOf(`${'x'.repeat(199)}🎬`, 'https://a.example/w')).toBe('x'.repeat(199));
});
