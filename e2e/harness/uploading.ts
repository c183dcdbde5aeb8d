import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './browser.ts';
import type { Server } from './server.ts';
import { eventually, giveName } from './watching.ts';

/** From now on the person's browser sends no faster than this; without a limit if it is 0. */
export async function sendAtMost({ page }: Person, bytesPerSecond: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond === 0 ? -1 : bytesPerSecond,
  });
}

/** Chooses files where the page first offers that. */
export async function choose({ page }: Person, ...files: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles([...files]);
}

/** Lets go of files and folders over the page, as from a window of the system; once the page is there, which takes them. */
export async function drop({ page }: Person, ...paths: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').last().waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
}

/** The row of the upload whose file is called `name`. */
export function uploadOf({ page }: Person, name: string) {
  return page.locator('.upload').filter({ has: page.getByText(name, { exact: true }) });
}

/** Waits until so much of the file is on its way. */
export async function isSent(person: Person, name: string, share: number): Promise<void> {
  const bar = uploadOf(person, name).getByRole('progressbar');
  await eventually(async () => {
    const sent = await bar.evaluate((it: HTMLProgressElement) => it.value / it.max);
    assert.ok(sent >= share, `${sent} is sent`);
  });
}

const sha256 = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

/** The digests of all films of the server, sorted; none of them is a part. */
export function filmsOf({ data }: Server): readonly string[] {
  const folder = join(data, 'films');
  const files = readdirSync(folder);
  assert.ok(!files.some((file) => file.endsWith('.part')), `${files}`);
  return files.map((file) => sha256(join(folder, file))).sort();
}

/** The digests of `files`, sorted. */
export const digestsOf = (...files: readonly string[]): readonly string[] =>
  files.map(sha256).sort();

/** Opens a room with a film of the own device. */
export async function openWith(person: Person, url: string, film: string): Promise<void> {
  await person.page.goto(url);
  await person.page.locator('input[type=file]').first().setInputFiles(film);
  await giveName(person, person.name);
}

/** Waits, for as long as it takes, until films are made in a size of so many lines too: that gives way to everything else on the machine. */
export async function isMade({ data }: Server, lines: number): Promise<void> {
  const folder = join(data, 'renditions');
  const isNamed = (film: string): boolean => {
    const playlist = join(folder, film, 'master.m3u8');
    return existsSync(playlist) && readFileSync(playlist, 'utf8').includes(`x${lines}`);
  };
  while (!(existsSync(folder) && readdirSync(folder).some(isNamed))) {
    await new Promise((again) => setTimeout(again, 500));
  }
}
