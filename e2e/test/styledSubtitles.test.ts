import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { guard } from '../harness/guard.ts';
import { looksWell } from '../harness/looks.ts';
import { type Box, type Colour, seen } from '../harness/pixels.ts';
import { story } from '../harness/story.ts';
import { apart, assOf, blocksInside, INKED, PINK, solid } from '../harness/styling.ts';
import { openFile, openSubtitles, type SubtitleFile, showsLine } from '../harness/subtitling.ts';
import { enterRoom, eventually, key, meet } from '../harness/watching.ts';

const mint: Colour = [0x96, 0xdc, 0xaa];
const plum: Colour = [0x6e, 0x46, 0x82];

const box: Box = { left: 64, top: 36, width: 128, height: 36 };
const drawnBox = `{\\an7\\pos(64,36)\\p1${INKED}}m 0 0 l 128 0 128 36 0 36`;

/** In a film of 640 x 360: a box whose place is known, a sign, and what is sung, which is plum until its time and mint from then on. */
const styled = styledFile('signs.de.ass', [
  drawnBox,
  '{\\an9\\pos(600,40)\\fs40\\frz-12\\c&HFFFFFF&}Ωμέγα',
  '{\\k400}Привет, {\\k400}мир',
]);

const tooMuch = styledFile(
  'too-much.ass',
  Array.from({ length: 15_000 }, (_, n) => `{\\fs400\\blur40\\frx${n % 90}}Never ${n}`),
);

describe('subtitles that say how they want to look', () => {
  story(
    'are drawn so, exactly over the picture, in step with the film and with each one’s own shift',
    async ({ evening, anna }) => {
      await meet(evening, anna);
      await openSubtitles(anna);
      await openFile(anna, styled);

      await isInPlace(anna);
      await showsLine(anna, '');
      await anna.page.keyboard.press('Escape');
      const sung = await pixels(anna, mint);
      expect(sung).toBeGreaterThan(100);
      expect(await pixels(anna, plum)).toBeGreaterThan(100);
      await looksWell(anna, 'subtitles-styled');

      await openSubtitles(anna);
      for (let step = 0; step < 4; step += 1)
        await anna.page.getByRole('button', { name: 'Show subtitles later' }).click();
      await anna.page.keyboard.press('Escape');
      await isGone(anna);
      await key(anna, 'ArrowRight');
      await eventually(async () => expect(await pixels(anna, plum)).toBeLessThan(20));
      expect(await pixels(anna, mint)).toBeGreaterThan(sung);
      expect(await apart(anna, box)).toBeLessThanOrEqual(2);

      await key(anna, 'c');
      await isGone(anna);
      await key(anna, 'c');
      await isInPlace(anna);
      await anna.page.reload();
      await isInPlace(anna);
    },
  );

  story(
    'stay over the picture on a phone, upright and turned, and in full screen',
    async ({ evening }) => {
      const maria = await evening.person({ name: 'Maria', viewport: PHONE, touch: true });
      await meet(evening, maria);
      await openSubtitles(maria);
      await openFile(maria, styled);
      await maria.page.keyboard.press('Escape');
      await isInPlace(maria);
      await looksWell(maria, 'subtitles-styled-phone');

      await maria.page.setViewportSize({ width: 844, height: 390 });
      await isInPlace(maria);

      await key(maria, 'f');
      await eventually(async () => {
        expect(await maria.page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
        expect(await apart(maria, box)).toBeLessThanOrEqual(2);
      });
      await looksWell(maria, 'subtitles-styled-full');
    },
  );

  story(
    'offered by one are drawn for whoever chooses them, and text for who wants that',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna);
      await openSubtitles(anna);
      await openFile(anna, styled);
      await anna.page.getByRole('button', { name: 'For everybody: signs.de.ass' }).click();
      await anna.page.getByText('Everybody in the room finds them').waitFor();
      await enterRoom(jonas, link);

      await openSubtitles(jonas);
      await jonas.page.getByRole('radio', { name: /^German/ }).check();
      await isInPlace(jonas);
      await jonas.page.getByLabel('Style').selectOption('Plain text');
      await showsLine(jonas, 'Ωμέγα\n\nПривет, мир');
      expect(await seen(jonas, PINK)).toBeUndefined();
      await jonas.page.getByLabel('Colour').selectOption('Yellow');

      await jonas.page.reload();

      await showsLine(jonas, 'Ωμέγα\n\nПривет, мир');
      expect(await apart(anna, box)).toBeLessThanOrEqual(2);
    },
  );

  story(
    'are drawn by the fonts in the file, and by another where one is missing',
    async ({ evening, anna }) => {
      const line = `{\\an7\\pos(100,100)\\fnBlocks\\b0${INKED}}AAAA`;
      await meet(evening, anna);
      await openSubtitles(anna);

      await openFile(anna, styledFile('without.ass', [line]));
      await eventually(async () => expect(await pixels(anna, PINK)).toBeGreaterThan(100));
      expect(await solid(anna)).toBeLessThan(0.7);

      await openFile(anna, styledFile('with.ass', [line], blocksInside()));
      await eventually(async () => expect(await solid(anna)).toBeGreaterThan(0.95));
    },
  );

  story(
    '[W-07] [W-01] are pixels alone, and nothing is asked of anybody else for them',
    async ({ evening, anna }) => {
      const damage = await guard(anna);
      const asked: string[] = [];
      anna.page.on('request', (request) => asked.push(request.url()));
      await meet(evening, anna);
      await openSubtitles(anna);

      await openFile(
        anna,
        styledFile('<img src=x onerror=alert(1)>.ass', [
          '{\\fnhttps://evil.example/font.ttf}{\\img(https://evil.example/a.png)}<script>alert(1)</script>',
          drawnBox,
        ]),
      );

      await isInPlace(anna);
      const others = asked.filter(
        (url) => !url.startsWith(evening.server.url) && !url.startsWith(evening.films.url),
      );
      expect(others.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
      expect(await damage()).toEqual({ dialogs: [], nodes: [], reports: [] });
    },
  );

  story(
    '[W-07] that are too much to draw are text, and the page goes on',
    async ({ evening, anna }) => {
      await meet(evening, anna);
      await openSubtitles(anna);

      await openFile(anna, tooMuch);

      await anna.page.getByText('These cannot be drawn here as they were made').waitFor();
      await eventually(async () =>
        expect(await anna.page.getByTestId('subtitles').innerText()).toContain('Never 14999'),
      );
      await openFile(anna, styled);
      await isInPlace(anna);
    },
  );

  story('are text where what draws them cannot be loaded', async ({ evening, anna }) => {
    await anna.page.route('**/*.wasm', (route) => route.abort());
    await meet(evening, anna);
    await openSubtitles(anna);

    await openFile(anna, styled);

    await anna.page.getByText('These cannot be drawn here as they were made').waitFor();
    await showsLine(anna, 'Ωμέγα\n\nПривет, мир');
  });
});

function styledFile(
  name: string,
  lines: readonly string[],
  fonts: readonly string[] = [],
): SubtitleFile {
  return { name, mimeType: '', buffer: Buffer.from(assOf(lines, fonts)) };
}

async function pixels(person: Person, colour: Colour): Promise<number> {
  return (await seen(person, colour))?.count ?? 0;
}

/** Waits until the box is drawn where the picture wants it. */
async function isInPlace(person: Person): Promise<void> {
  await eventually(async () => expect(await apart(person, box)).toBeLessThanOrEqual(2));
}

/** Waits until nothing is drawn. */
async function isGone(person: Person): Promise<void> {
  await eventually(async () => expect(await seen(person, PINK)).toBeUndefined());
}
