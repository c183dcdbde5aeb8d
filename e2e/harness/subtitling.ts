import { expect } from 'vitest';
import type { Person } from './browser.ts';
import { eventually } from './watching.ts';

/** A file of subtitles as a person picks one. */
export type SubtitleFile = {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
};

/** Opens the menu in which subtitles are chosen. */
export async function openSubtitles({ page }: Person): Promise<void> {
  await page.mouse.move(300, 300);
  await page.getByRole('button', { name: 'Subtitles', exact: true }).click();
  await page.getByText('Open a file, for you alone').waitFor();
}

/** Picks a file in that menu. */
export async function openFile({ page }: Person, file: SubtitleFile): Promise<void> {
  await page.locator('.subtitle-file input[type=file]').setInputFiles(file);
}

/** Waits until just this is shown over the picture. */
export async function showsLine({ page }: Person, text: string): Promise<void> {
  await eventually(async () => expect(await page.getByTestId('subtitles').innerText()).toBe(text));
}
