import { describe, expect } from 'vitest';
import { type Person, PHONE } from '../harness/browser.ts';
import { guard } from '../harness/guard.ts';
import { looksWell } from '../harness/looks.ts';
import { story } from '../harness/story.ts';
import { openFile, openSubtitles, type SubtitleFile, showsLine } from '../harness/subtitling.ts';
import { chooseFor, enterRoom, eventually, key, meet, reads } from '../harness/watching.ts';

const german = fileOf(
  'sea.de.srt',
  '1\n00:00:00,000 --> 00:00:04,000\nAm Meer\n\n2\n00:00:04,000 --> 00:02:00,000\nAm Abend\n',
);

describe('subtitles for everybody in the room', () => {
  story(
    'are offered by one, shown and shifted by each, found by who comes late, and taken back',
    async ({ evening, anna, jonas }) => {
      const link = await meet(evening, anna, jonas);
      await chooseFor(anna, 'Jonas', 'Guest');
      await reads(anna, 'Jonas is a guest now');
      await openSubtitles(anna);
      await openFile(anna, german);
      await offer(anna, 'sea.de.srt');
      await anna.page.getByText('for everybody, from you').waitFor();
      await looksWell(anna, 'subtitles-offered');
      await anna.page.keyboard.press('Escape');

      await openSubtitles(jonas);
      await offered(jonas).check();
      await jonas.page.getByText('for everybody, from Anna').waitFor();
      await showsLine(jonas, 'Am Meer');
      expect(await jonas.page.getByRole('button', { name: /^(For everybody|Take)/ }).count()).toBe(
        0,
      );
      await key(anna, 'ArrowRight');
      await showsLine(jonas, 'Am Abend');
      for (let step = 0; step < 8; step += 1)
        await jonas.page.getByRole('button', { name: 'Show subtitles later' }).click();
      await showsLine(jonas, 'Am Meer');
      await showsLine(anna, 'Am Abend');

      const maria = await evening.person({ name: 'Maria', viewport: PHONE, touch: true });
      await enterRoom(maria, link);
      await openSubtitles(maria);
      await offered(maria).check();
      await showsLine(maria, 'Am Abend');
      const menu = await maria.page.getByRole('dialog', { name: 'Subtitles' }).boundingBox();
      expect(menu?.x).toBeGreaterThanOrEqual(0);
      await looksWell(maria, 'subtitles-offered-phone');
      await Promise.all([jonas.page.reload(), maria.page.reload()]);
      await showsLine(jonas, 'Am Meer');
      await showsLine(maria, 'Am Abend');

      await openSubtitles(anna);
      await anna.page.getByRole('button', { name: 'Take back sea.de.srt' }).focus();
      await anna.page.keyboard.press('Enter');
      await anna.page.getByText('They are taken back.').waitFor();
      await showsLine(anna, 'Am Abend');
      await openSubtitles(jonas);
      await showsLine(jonas, '');
      expect(await offered(jonas).count()).toBe(0);
    },
  );

  story(
    '[W-07] are text alone, whatever a file and its name hold, also where nothing but the page itself protects',
    async ({ evening, anna }) => {
      const jonas = await evening.person({ name: 'Jonas', withoutCsp: true });
      const damage = await guard(jonas);
      await meet(evening, anna, jonas);
      const name = '<img src=x onerror="window.wasHere = true">.srt';
      const script =
        '<script>window.wasHere = true</script><img src=x onerror=alert(1)>plain words';
      await openSubtitles(anna);
      await openFile(anna, fileOf(name, `1\n00:00:00,000 --> 00:02:00,000\n${script}\n`));
      await offer(anna, name);

      await openSubtitles(jonas);
      await jonas.page.getByRole('radio', { name }).check();

      await showsLine(jonas, 'window.wasHere = trueplain words');
      expect(await jonas.page.evaluate(() => 'wasHere' in window)).toBe(false);
      expect(await damage()).toEqual({ dialogs: [], nodes: [], reports: [] });
    },
  );

  story('that cannot be offered stay one’s own, and why is said', async ({ evening, anna }) => {
    await meet(evening, anna);
    await openSubtitles(anna);
    await openFile(anna, fileOf('large.srt', `${german.buffer}\n\n${'x'.repeat(524_288)}`));
    await anna.page.getByRole('button', { name: 'For everybody: large.srt' }).click();
    await anna.page.getByText('This file is larger than 512 KB').waitFor();
    await showsLine(anna, 'Am Meer');

    await openFile(anna, german);
    await anna.page.route('**/subtitles', (route) => route.abort());
    await anna.page.getByRole('button', { name: 'For everybody: sea.de.srt' }).click();
    await anna.page.getByText('The server cannot be reached, so nothing was done.').waitFor();
    await anna.page.unroute('**/subtitles');
    await offer(anna, 'sea.de.srt');
    await eventually(async () => expect(await anna.page.getByRole('alert').count()).toBe(0));
  });
});

function fileOf(name: string, text: string): SubtitleFile {
  return { name, mimeType: '', buffer: Buffer.from(text) };
}

/** Offers an own file that is open in the menu to everybody. */
async function offer({ page }: Person, name: string): Promise<void> {
  await page.getByRole('button', { name: `For everybody: ${name}` }).click();
  await page.getByText('Everybody in the room finds them in this menu now.').waitFor();
}

/** The German ones in the menu, of whoever offers them. */
function offered({ page }: Person) {
  return page.getByRole('radio', { name: /^German · sea\.de\.srt/ });
}
