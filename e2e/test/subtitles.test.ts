import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { hlsFilm } from '../harness/film.ts';
import { story } from '../harness/story.ts';
import { openFile, openSubtitles, showsLine } from '../harness/subtitling.ts';
import { allLoaded, key, meet, openRoom } from '../harness/watching.ts';

/** "Привет" and "ещё" as Windows has them in Russia. */
const russian = Buffer.from([
  ...Buffer.from('1\r\n00:00:00,000 --> 00:00:03,000\r\n<i>'),
  ...[0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
  ...Buffer.from('</i>\r\n\r\n2\r\n00:00:03,000 --> 00:02:00,000\r\n'),
  ...[0xe5, 0xf9, 0xb8],
  ...Buffer.from('\r\n'),
]);

const hostile = [
  'WEBVTT',
  '',
  'STYLE',
  '::cue { background: url(https://evil.example/style) }',
  '',
  '00:00.000 --> 02:00.000',
  '<script>window.wasHere = true</script><img src="https://evil.example/a" onerror="window.wasHere = true">plain words',
].join('\n');

describe('subtitles', () => {
  story(
    'a file of one’s own is shown to nobody else, with a shift and a look, and again after a reload',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await openSubtitles(anna);
      await openFile(anna, { name: 'film.ru.srt', mimeType: '', buffer: russian });
      await showsLine(anna, 'Привет');
      await anna.page.getByText('read as Cyrillic').waitFor();
      expect(await italic(anna)).toBe('Привет');
      expect(await jonas.page.getByTestId('subtitles').innerText()).toBe('');

      for (let step = 0; step < 16; step += 1)
        await anna.page.getByRole('button', { name: 'Show subtitles earlier' }).click();
      await showsLine(anna, 'ещё');
      await anna.page.getByLabel('Size').selectOption('Very large');
      await anna.page.keyboard.press('Escape');
      await key(anna, 'c');
      await showsLine(anna, '');
      await key(anna, 'c');
      await showsLine(anna, 'ещё');

      await anna.page.reload();

      await showsLine(anna, 'ещё');
      const look = await anna.page.getByTestId('subtitles').getAttribute('data-size');
      expect(look).toBe('huge');
    },
  );

  story('those that come with a stream are in the same menu', async ({ evening, anna }) => {
    subtitledStream();
    await openRoom(anna, evening.server.url, 'Anna', `${evening.films.url}/hls/subtitled.m3u8`);
    await allLoaded(anna);

    await openSubtitles(anna);
    await anna.page.getByRole('radio', { name: 'English' }).check();

    await showsLine(anna, 'From the stream');
    await anna.page.getByRole('radio', { name: 'None' }).check();
    await showsLine(anna, '');
  });

  story('[W-07] a hostile file dropped on the page is text alone', async ({ evening, anna }) => {
    const asked: string[] = [];
    anna.page.on('request', (request) => asked.push(request.url()));
    await openRoom(anna, evening.server.url, 'Anna', evening.filmUrl);
    await allLoaded(anna);

    await drop(anna, 'film.vtt', hostile);

    await showsLine(anna, 'window.wasHere = trueplain words');
    expect(await anna.page.evaluate(() => 'wasHere' in window)).toBe(false);
    expect(asked.filter((url) => url.includes('evil.example'))).toEqual([]);
    await openSubtitles(anna);
    await openFile(anna, { name: 'list.srt', mimeType: '', buffer: Buffer.from('milk, bread') });
    await anna.page.getByText('There are no subtitles in this file.').waitFor();
  });
});

async function italic({ page }: Person): Promise<string> {
  return page.getByTestId('subtitles').locator('[data-italic=true]').innerText();
}

/** Lets go of a file over the page. */
async function drop({ page }: Person, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    [name, text] as const,
  );
}

/** The film as a stream with English subtitles. */
function subtitledStream(): void {
  const folder = dirname(hlsFilm());
  const write = (name: string, ...lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const english = 'TYPE=SUBTITLES,GROUP-ID="text",NAME="English",LANGUAGE="en",AUTOSELECT=NO';
  write(
    'subtitled.m3u8',
    '#EXTM3U',
    `#EXT-X-MEDIA:${english},DEFAULT=NO,URI="english.m3u8"`,
    '#EXT-X-STREAM-INF:BANDWIDTH=1000000,SUBTITLES="text"',
    'film.m3u8',
  );
  write(
    'english.m3u8',
    ...['#EXTM3U', '#EXT-X-VERSION:3', '#EXT-X-TARGETDURATION:180', '#EXT-X-PLAYLIST-TYPE:VOD'],
    ...['#EXTINF:180,', 'english.vtt', '#EXT-X-ENDLIST'],
  );
  write('english.vtt', 'WEBVTT', '', '00:00.000 --> 02:00.000', 'From the stream');
}
