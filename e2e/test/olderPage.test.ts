import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { VIMEO_FILM, vimeo } from '../harness/sites/vimeo.ts';
import { story } from '../harness/story.ts';
import { eventually, openRoom } from '../harness/watching.ts';

describe('a page that is older than its server', () => {
  story(
    '[EN4] is loaded anew by itself, says when that is in vain, and then comes back when its person asks',
    async ({ evening, anna, jonas }) => {
      await vimeo(anna);
      await vimeo(jonas);
      const link = await openRoom(anna, evening.server.url, 'Anna', VIMEO_FILM);
      const loads: string[] = [];
      jonas.page.on('load', () => loads.push(jonas.page.url()));
      const newer = await newerServer(jonas);

      await jonas.page.goto(link);
      await jonas.page.getByRole('textbox', { name: 'Your name' }).fill('Jonas');
      await jonas.page.getByRole('button', { name: 'Join' }).click();
      await jonas.page.getByText('still cannot read what the room says').waitFor();
      await jonas.page.getByRole('heading', { name: 'older than its server' }).waitFor();

      expect(loads).toHaveLength(2);
      newer.end();
      await jonas.page.getByRole('button', { name: 'Load again' }).click();
      await jonas.page.getByText('This film is on Vimeo').waitFor();
      await eventually(async () => expect(loads).toHaveLength(3));
    },
  );
});

/** What the server says to somebody names a site of which the page has never heard, until that ends. */
async function newerServer({ page }: Person): Promise<{ end(): void }> {
  let isNewer = true;
  await page.routeWebSocket(/\/sync/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) =>
      socket.send(isNewer ? message.toString().replaceAll('"VIMEO"', '"A_NEW_SITE"') : message),
    );
  });
  return {
    end: () => {
      isNewer = false;
    },
  };
}
