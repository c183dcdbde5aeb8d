import { expect, it } from 'vitest';
import { addressOf } from '../src/home/address';
import { filmOfSearch } from '../src/home/NewPage';
import { stateOfRoom } from '../src/home/RoomCard';
import { parseRecentRooms, withoutRecentRoom, withRecentRoom } from '../src/home/recentRooms';
import { en } from '../src/texts/en';

it('an address is a web address, with a title from its file', () => {
  const address = addressOf('  https://films.example.org/a/The_Long%20Way.mp4?x=1 ');

  expect(address).toEqual({
    type: 'address',
    url: 'https://films.example.org/a/The_Long%20Way.mp4?x=1',
    title: 'The Long Way',
  });
});

it('an address without its scheme is taken as https', () => {
  const address = addressOf('example.org/film.webm');

  expect(address).toEqual({ type: 'address', url: 'https://example.org/film.webm', title: 'film' });
});

it.each([
  ['', 'emptyAddress'],
  ['film', 'badAddress'],
  ['ftp://example.org/film.mp4', 'badAddress'],
  ['javascript:alert(1)', 'badAddress'],
  ['http://', 'badAddress'],
  [`https://example.org/${'x'.repeat(2000)}`, 'longAddress'],
])('%s is refused as %s', (pasted, why) => {
  expect(addressOf(pasted)).toEqual({ type: 'invalid', why });
});

it.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', undefined],
  ['youtube.com/watch?list=PL1&v=dQw4w9WgXcQ', undefined],
  ['http://m.youtube.com/watch?v=dQw4w9WgXcQ&t=90', 90_000],
  ['https://music.youtube.com/watch?v=dQw4w9WgXcQ&t=90s', 90_000],
  ['https://youtu.be/dQw4w9WgXcQ?si=abc&t=1h1m1s', 3_661_000],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', undefined],
  ['https://www.youtube.com/live/dQw4w9WgXcQ?t=nonsense', undefined],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ?start=12', 12_000],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', undefined],
])('%s is a film of YouTube, from %s on', (pasted, startMs) => {
  expect(addressOf(pasted)).toEqual({
    type: 'embed',
    embed: { provider: 'YOUTUBE', id: 'dQw4w9WgXcQ' },
    title: 'YouTube dQw4w9WgXcQ',
    ...(startMs === undefined ? {} : { startMs }),
  });
});

const PRIVATE = '76979871/8272103f6e';

it.each([
  ['https://vimeo.com/76979871', '76979871', undefined],
  ['vimeo.com/76979871/', '76979871', undefined],
  ['http://www.vimeo.com/76979871#t=1m30s', '76979871', 90_000],
  ['https://vimeo.com/76979871?share=copy#t=12', '76979871', 12_000],
  ['https://vimeo.com/76979871/8272103f6e', PRIVATE, undefined],
  ['https://vimeo.com/76979871/8272103f6e?share=copy', PRIVATE, undefined],
  ['https://vimeo.com/76979871?h=8272103f6e', PRIVATE, undefined],
  ['https://player.vimeo.com/video/76979871', '76979871', undefined],
  ['https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1#t=90s', PRIVATE, 90_000],
  ['https://player.vimeo.com/video/76979871?h=../evil', '76979871', undefined],
  ['https://vimeo.com/channels/staffpicks/76979871', '76979871', undefined],
  ['https://vimeo.com/groups/short-films/videos/76979871', '76979871', undefined],
  ['https://vimeo.com/album/3953264/video/76979871', '76979871', undefined],
  ['https://vimeo.com/showcase/3953264/video/76979871?h=8272103f6e', PRIVATE, undefined],
])('%s is the film %s of Vimeo, from %s on', (pasted, id, startMs) => {
  expect(addressOf(pasted)).toEqual({
    type: 'embed',
    embed: { provider: 'VIMEO', id },
    title: 'Vimeo 76979871',
    ...(startMs === undefined ? {} : { startMs }),
  });
});

it.each([
  'https://vimeo.com/',
  'https://vimeo.com/somebody',
  'https://vimeo.com/user76979871',
  'https://vimeo.com/channels/staffpicks',
  'https://vimeo.com/showcase/3953264',
  'https://vimeo.com/event/76979871',
  'https://vimeo.com/ondemand/some-film/76979871',
  'https://vimeo.com/76979871/settings',
  'https://vimeo.com.evil.example/76979871',
  'https://notvimeo.com/76979871',
  'https://evil.example/?u=https://vimeo.com/76979871',
])('%s is no film of Vimeo', (pasted) => {
  expect(addressOf(pasted).type).toBe('address');
});

it.each([
  ['https://www.twitch.tv/videos/1234567890', undefined],
  ['twitch.tv/videos/1234567890?filter=archives&sort=time', undefined],
  ['http://m.twitch.tv/videos/1234567890?t=1h2m3s', 3_723_000],
  ['https://www.twitch.tv/somebody/video/1234567890', undefined],
  ['https://www.twitch.tv/somebody/v/1234567890/', undefined],
  ['https://player.twitch.tv/?video=v1234567890&parent=films.example&time=0h1m30s', 90_000],
  ['https://player.twitch.tv/?video=1234567890', undefined],
])('%s is a recording of Twitch, from %s on', (pasted, startMs) => {
  expect(addressOf(pasted)).toEqual({
    type: 'embed',
    embed: { provider: 'TWITCH', id: '1234567890' },
    title: 'Twitch 1234567890',
    ...(startMs === undefined ? {} : { startMs }),
  });
});

it.each([
  'https://www.twitch.tv/',
  'https://www.twitch.tv/somebody',
  'https://www.twitch.tv/somebody/clip/SomeClip',
  'https://www.twitch.tv/?video=1234567890',
  'https://clips.twitch.tv/SomeClip',
  'https://player.twitch.tv/?channel=somebody',
  'https://player.twitch.tv/?video=vX',
  'https://www.twitch.tv/videos/12345678901234567890',
  'https://twitch.tv.evil.example/videos/1234567890',
  'https://nottwitch.tv/videos/1234567890',
])('%s is no recording of Twitch', (pasted) => {
  expect(addressOf(pasted).type).toBe('address');
});

it.each([
  'https://www.youtube.com/',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/playlist?list=PL1',
  'https://www.youtube.com/@somebody',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
  'https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ',
])('%s is no film of YouTube', (pasted) => {
  expect(addressOf(pasted).type).toBe('address');
});

it('/new takes a film by address and title, and says when the address is none', () => {
  const films = ['?media=https://e.org/a.mp4&title=A%20B', '', '?media=nonsense'].map(filmOfSearch);

  expect(films).toEqual([
    { type: 'address', url: 'https://e.org/a.mp4', title: 'A B' },
    'none',
    'invalid',
  ]);
});

it('a room that is entered again moves up and keeps its title', () => {
  const rooms = [
    { id: 'b', title: 'B', atMs: 2 },
    { id: 'a', title: 'A', atMs: 1 },
  ];

  const after = withRecentRoom(rooms, { id: 'a', atMs: 3 });

  expect(after).toEqual([
    { id: 'a', title: 'A', atMs: 3 },
    { id: 'b', title: 'B', atMs: 2 },
  ]);
});

it('twelve recent rooms are kept at most', () => {
  const ids = Array.from({ length: 20 }, (_, n) => `r${n}`);

  const rooms = ids.reduce<ReturnType<typeof parseRecentRooms>>(
    (all, id, atMs) => withRecentRoom(all, { id, atMs }),
    [],
  );

  expect(rooms.map(({ id }) => id)).toEqual(ids.reverse().slice(0, 12));
});

it('a room is taken off the list', () => {
  expect(withoutRecentRoom([{ id: 'a', atMs: 1 }], 'a')).toEqual([]);
});

it.each([undefined, '', '{', '{}', '[1]', '[{"id":1,"atMs":2}]'])(
  '%s counts as no recent rooms',
  (kept) => {
    expect(parseRecentRooms(kept)).toEqual([]);
  },
);

it('a card says what its room is doing', () => {
  const room = { room: 'a', here: 1 };
  const said = [
    room,
    { ...room, playback: { type: 'paused', positionMs: 3_731_000, rate: 1 } as const },
    { ...room, playback: { type: 'playing', positionMs: 2_527_000, rate: 1 } as const },
  ].map((summary) => stateOfRoom(en, summary));

  expect(said).toEqual(['No film yet', 'Stopped at 1:02:11', 'Running · 42:07 in']);
});
