import { describe, expect } from 'vitest';
import { story as plainStory } from '../harness/story.ts';
import { meet } from '../harness/watching.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--public-list=none',
]);

describe('a server without a list of open rooms', () => {
  story('[AC1] leads nobody there, and no door lets in everybody', async ({ evening, anna }) => {
    const { page } = anna;
    await page.goto(evening.server.url);
    await page.getByRole('link', { name: 'Open rooms' }).waitFor({ state: 'detached' });

    await page.goto(`${evening.server.url}/open`);
    await page.getByText('This server lists no rooms').waitFor();

    await meet(evening, anna);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'The door' }).click();
    await page.getByRole('radio', { name: /^Everybody/ }).waitFor({ state: 'detached' });
    expect(await page.getByRole('radio').count()).toBe(3);
  });
});
