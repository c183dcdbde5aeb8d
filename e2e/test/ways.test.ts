import { basename } from 'node:path';
import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { smallFilm } from '../harness/film.ts';
import { story } from '../harness/story.ts';
import { allLoaded, enterRoom, eventually, giveName, meet } from '../harness/watching.ts';

describe('ways into a room', () => {
  story('a link that is copied, shared or scanned', async ({ evening, anna, jonas }) => {
    await anna.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await anna.page.addInitScript(keepShared);
    const room = await meet(evening, anna);

    await anna.page.getByRole('button', { name: 'Invite' }).click();
    await anna.page.getByRole('button', { name: 'Copy' }).click();
    await anna.page.getByRole('button', { name: 'Share' }).click();

    await eventually(async () => {
      const copied = await anna.page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(room);
      expect(await anna.page.evaluate(() => window.shared)).toMatchObject({ url: room });
    });
    await eventually(async () => {
      const code = anna.page.getByRole('img', { name: /^QR code/ });
      expect(await code.evaluate(inkOf)).toBeGreaterThan(0.2);
    });
    await enterRoom(jonas, room);
    await allLoaded(anna, jonas);
  });

  story('a film dropped on the home page, and its card there later', async ({ evening, anna }) => {
    const { page } = anna;
    await page.goto(evening.server.url);
    await page.getByText('Drop a film').waitFor();

    await dropFilm(anna, `${evening.films.url}/${basename(smallFilm())}`);
    await giveName(anna, 'Anna');
    await allLoaded(anna);
    const room = page.url();
    await page.goto(evening.server.url);
    await page.getByRole('link', { name: 'dropped' }).click();

    await allLoaded(anna);
    expect(page.url()).toBe(room);
  });
});

declare global {
  interface Window {
    shared?: ShareData | undefined;
  }
}

/** Runs in the page, before anything else: sharing of the system, which keeps what was shared. */
function keepShared() {
  navigator.share = async (data) => {
    window.shared = data;
  };
}

/** Runs in the page: the share of a picture that is dark. */
function inkOf(canvas: Element): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  const dark = pixels.filter(
    (value, at) => at % 4 === 3 && value > 0 && (pixels[at - 1] ?? 0) < 128,
  );
  return dark.length / (width * height);
}

/** Drops the film at `url`, as a file of this person's disk, on the page. */
async function dropFilm({ page }: Person, url: string): Promise<void> {
  await page.evaluate(async (address) => {
    const film = await (await fetch(address)).blob();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([film], 'dropped.mp4'));
    const drop = { dataTransfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragenter', drop));
    document.body.dispatchEvent(new DragEvent('drop', drop));
  }, url);
}
