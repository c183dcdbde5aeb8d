import { describe, expect } from 'vitest';
import type { Person } from '../harness/browser.ts';
import { film, smallFilm } from '../harness/film.ts';
import { story as plainStory } from '../harness/story.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--max-film-size=4M',
]);

const text = { name: 'shopping.mp4', mimeType: 'video/mp4', buffer: Buffer.from('milk, bread') };

describe('an upload that comes to nothing', () => {
  story('says why, and another one can begin at once', async ({ evening, anna }) => {
    const { page } = anna;
    await page.goto(evening.server.url);

    await choose(anna, film());
    await fails(anna, 'This film is larger than this server takes. Choose a smaller file.');
    await page.getByRole('button', { name: 'Cancel' }).click();

    await choose(anna, text);
    await fails(anna, 'This file is not a film that can be played here.');
    await page.getByRole('button', { name: 'Cancel' }).click();

    await choose(anna, { ...text, buffer: Buffer.alloc(0) });
    await fails(anna, 'This file is empty. Choose another one.');
  });

  story('who cancels is back where it began', async ({ evening, anna }) => {
    const { page } = anna;
    await page.goto(evening.server.url);
    await page.route('**/api/uploads*', () => {});
    await choose(anna, smallFilm());

    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByText('Drop a film').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

type File = string | typeof text;

async function choose({ page }: Person, file: File): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

async function fails({ page }: Person, words: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: words }).waitFor();
}
