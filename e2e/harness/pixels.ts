import { execFileSync } from 'node:child_process';
import type { Person } from './browser.ts';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** Where something is on the screen, in pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

const tolerance = 12;

/** What of the window is of this colour, or as good as: the smallest box around it, and how many pixels; nothing if none is. */
export async function seen(
  { page }: Person,
  colour: Colour,
): Promise<(Box & { readonly count: number }) | undefined> {
  const width = page.viewportSize()?.width ?? 0;
  const pixels = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', 'pipe:0', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    { input: await page.screenshot(), maxBuffer: 1 << 26 },
  );
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at < pixels.length; at += 3) {
    if (colour.some((part, of) => Math.abs((pixels[at + of] ?? 0) - part) > tolerance)) continue;
    xs.push((at / 3) % width);
    ys.push(Math.floor(at / 3 / width));
  }
  if (xs.length === 0) return undefined;
  const [left, top] = [xs, ys].map((all) => all.reduce((one, other) => Math.min(one, other)));
  const [right, bottom] = [xs, ys].map((all) => all.reduce((one, other) => Math.max(one, other)));
  return {
    left: left ?? 0,
    top: top ?? 0,
    width: (right ?? 0) - (left ?? 0) + 1,
    height: (bottom ?? 0) - (top ?? 0) + 1,
    count: xs.length,
  };
}
