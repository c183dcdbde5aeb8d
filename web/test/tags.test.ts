import { expect, it } from 'vitest';
import { looksOf, openTags, parted } from '../src/people/tags';

const lookAlike = (one: string, other: string): boolean =>
  looksOf(one).some((look) => looksOf(other).includes(look));

it.each([
  ['Anna', 'Аnnа', 'Cyrillic letters'],
  ['Paul', 'Ρaul', 'a Greek letter'],
  ['Helen', 'Ηelen', 'a Greek capital'],
  ['helen', 'Нelen', 'a capital of another script'],
  ['Ian', 'lan', 'a small letter like a capital'],
  ['Anna', 'anna', 'small letters'],
  ['Anna', 'A\u200bn\u00adna', 'invisible characters'],
  ['Anna', 'Anna\u3164', 'a filler'],
  ['Ann', 'A nn', 'blanks'],
  ['Anna', 'Ânna', 'marks'],
  ['Anna', 'A\u0336n\u0336n\u0336a\u0336', 'struck letters'],
  ['Anna', 'Ａｎｎａ', 'wide letters'],
  ['Anna', '𝐀𝓃𝚗ɑ', 'letters of mathematics'],
  ['Anna', 'Anna.', 'punctuation'],
  ['Tom', 'Torn', 'two letters like one'],
  ['Bo1', 'Bol', 'a digit'],
  ['Anna', 'Anna #4711', 'a tag that somebody made'],
  ['Иван', 'ИВАH', 'a Latin letter among Cyrillic ones'],
])('%j and %j look alike: %s', (one, other) => {
  expect(lookAlike(one, other)).toBe(true);
});

it.each([
  ['Anna', 'Anne'],
  ['Anna', 'Hanna'],
  ['Nina', 'Vera'],
  ['Anna 🌸', 'Anna 🌺'],
  ['Anna 1', 'Anna 2'],
  ['Мария', 'Марина'],
  ['李', '王'],
  ['!!!', 'Anna'],
])('%j and %j do not', (one, other) => {
  expect(lookAlike(one, other)).toBe(false);
});

it('[ME5] two whose names look alike both have a tag, and it is gone from neither when one is called otherwise', () => {
  const tags = openTags();
  tags.note('a', 'Anna');
  const alone = tags.shown('a', 'Anna');
  tags.note('b', 'Аnna');
  const [anna, other] = [tags.shown('a', 'Anna'), tags.shown('b', 'Аnna')];
  tags.note('b', 'Ben');

  expect(alone).toBe('Anna');
  expect(anna).toMatch(/^Anna #\d{4}$/u);
  expect(other).toMatch(/^Аnna #\d{4}$/u);
  expect(parted(anna).tag).not.toBe(parted(other).tag);
  expect(tags.shown('a', 'Anna')).toBe(anna);
  expect(tags.shown('b', 'Ben')).toBe('Ben');
});

it('pages learn that names are shown otherwise, and only then', () => {
  const tags = openTags();
  tags.note('a', 'Anna');
  tags.note('c', 'Carla');
  const before = tags.version();
  tags.note('a', 'Anna');
  const same = tags.version();
  tags.note('b', 'anna');

  expect(same).toBe(before);
  expect(tags.version()).not.toBe(before);
});

it('of many who are called the same each has a tag of its own', () => {
  const tags = openTags();
  const ids = Array.from({ length: 1000 }, (_, n) => `member-${n}`);
  for (const id of ids) tags.note(id, 'Guest');

  const shown = new Set(ids.map((id) => tags.shown(id, 'Guest')));

  expect(shown.size).toBe(ids.length);
});

it('a name is parted from its tag', () => {
  expect(['Anna #4711', 'Anna', 'Anna #1', '#4711'].map(parted)).toEqual([
    { name: 'Anna', tag: '#4711' },
    { name: 'Anna', tag: '' },
    { name: 'Anna #1', tag: '' },
    { name: '#4711', tag: '' },
  ]);
});
