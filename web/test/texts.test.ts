import { expect, it } from 'vitest';
import { byLetter as deByLetter } from '../src/texts/byLetter/de';
import { byLetter as enByLetter } from '../src/texts/byLetter/en';
import { byLetter as ruByLetter } from '../src/texts/byLetter/ru';
import { copies as deCopies } from '../src/texts/copies/de';
import { copies as enCopies } from '../src/texts/copies/en';
import { copies as ruCopies } from '../src/texts/copies/ru';
import { de as deOfAll } from '../src/texts/de';
import { embeds as deEmbeds } from '../src/texts/embeds/de';
import { embeds as enEmbeds } from '../src/texts/embeds/en';
import { embeds as ruEmbeds } from '../src/texts/embeds/ru';
import { en as enOfAll } from '../src/texts/en';
import { invitations as deInvitations } from '../src/texts/invitations/de';
import { invitations as enInvitations } from '../src/texts/invitations/en';
import { invitations as ruInvitations } from '../src/texts/invitations/ru';
import { localeOf, preferredLanguage } from '../src/texts/language';
import { library as deLibrary } from '../src/texts/library/de';
import { library as enLibrary } from '../src/texts/library/en';
import { library as ruLibrary } from '../src/texts/library/ru';
import { openRooms as deOpenRooms } from '../src/texts/openRooms/de';
import { openRooms as enOpenRooms } from '../src/texts/openRooms/en';
import { openRooms as ruOpenRooms } from '../src/texts/openRooms/ru';
import { peers as dePeers } from '../src/texts/peers/de';
import { peers as enPeers } from '../src/texts/peers/en';
import { peers as ruPeers } from '../src/texts/peers/ru';
import { people as dePeople } from '../src/texts/people/de';
import { people as enPeople } from '../src/texts/people/en';
import { people as ruPeople } from '../src/texts/people/ru';
import { previews as dePreviews } from '../src/texts/previews/de';
import { previews as enPreviews } from '../src/texts/previews/en';
import { previews as ruPreviews } from '../src/texts/previews/ru';
import { ru as ruOfAll } from '../src/texts/ru';
import { subtitles as deSubtitles } from '../src/texts/subtitles/de';
import { subtitles as enSubtitles } from '../src/texts/subtitles/en';
import { subtitles as ruSubtitles } from '../src/texts/subtitles/ru';
import { watched as deWatched } from '../src/texts/watched/de';
import { watched as enWatched } from '../src/texts/watched/en';
import { watched as ruWatched } from '../src/texts/watched/ru';

const en = {
  ...enOfAll,
  friends: enPeople,
  copies: enCopies,
  subtitles: enSubtitles,
  invitations: enInvitations,
  byLetter: enByLetter,
  open: enOpenRooms,
  watched: enWatched,
  library: enLibrary,
  previews: enPreviews,
  embeds: enEmbeds,
  peers: enPeers,
};
const de = {
  ...deOfAll,
  friends: dePeople,
  copies: deCopies,
  subtitles: deSubtitles,
  invitations: deInvitations,
  byLetter: deByLetter,
  open: deOpenRooms,
  watched: deWatched,
  library: deLibrary,
  previews: dePreviews,
  embeds: deEmbeds,
  peers: dePeers,
};
const ru = {
  ...ruOfAll,
  friends: ruPeople,
  copies: ruCopies,
  subtitles: ruSubtitles,
  invitations: ruInvitations,
  byLetter: ruByLetter,
  open: ruOpenRooms,
  watched: ruWatched,
  library: ruLibrary,
  previews: ruPreviews,
  embeds: ruEmbeds,
  peers: ruPeers,
};

type Leaf = readonly [path: string, text: string];

const counts = [0, 1, 2, 5, 21];

const spoken = (path: string, value: (...given: readonly unknown[]) => string): readonly Leaf[] =>
  counts.map((count) => [
    `${path}(${count})`,
    value(
      ...Array.from({ length: value.length }, (_, at) => (at === value.length - 1 ? count : 'X')),
    ),
  ]);

const leavesOf = (value: unknown, path = ''): readonly Leaf[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return spoken(path, value as (...given: readonly unknown[]) => string);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
};

it.each([
  ['German', de],
  ['Russian', ru],
])('%s has every text that English has, and no other', (_, texts) => {
  const paths = leavesOf(en).map(([path]) => path);

  const others = leavesOf(texts).map(([path]) => path);

  expect(others).toEqual(paths);
});

it.each([
  ['English', en],
  ['German', de],
  ['Russian', ru],
])('no text in %s is empty, undefined or left with a placeholder', (_, texts) => {
  const bad = leavesOf(texts).filter(
    ([, text]) => text === '' || /undefined|#|\[object/u.test(text),
  );

  expect(bad).toEqual([]);
});

it('Russian text is in Cyrillic, but for names and signs', () => {
  const foreign = leavesOf(ru).filter(
    ([, text]) => /\p{Letter}{2}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text),
  );

  expect(foreign.map(([path]) => path)).toEqual(['.keys.shift']);
});

it('counted things take the forms of their language', () => {
  const seconds = [1, 2, 5, 21].map(ru.upload.seconds);

  expect(seconds).toEqual(['1 секунда', '2 секунды', '5 секунд', '21 секунда']);
});

it.each([
  ['English', en],
  ['German', de],
  ['Russian', ru],
])('[CH2] in %s slow mode that is off is no pause of 0 s', (_, { slowMode }) => {
  expect(slowMode.changed(0)).not.toContain('0');
  expect(slowMode.changed(30)).toContain('30');
});

it('the first known language of the browser is chosen, else English', () => {
  const chosen = [['fr', 'de-AT', 'en'], ['ru-RU'], ['ja'], []].map(preferredLanguage);

  expect(chosen).toEqual(['de', 'ru', 'en', 'en']);
});

it('writes times as in the country of the person, if that speaks the chosen language', () => {
  const locales = [
    localeOf('en', ['ja', 'en-GB', 'en-US']),
    localeOf('de', ['en-GB', 'de-AT']),
    localeOf('ru', ['en-GB']),
  ];

  expect(locales).toEqual(['en-GB', 'de-AT', 'ru']);
});
