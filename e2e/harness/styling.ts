import type { Person } from './browser.ts';
import { type Box, type Colour, seen } from './pixels.ts';

/** A colour that neither films nor pages have. */
export const PINK: Colour = [0xe6, 0x96, 0xaa];

/** What makes a line of ASS have it. */
export const INKED = '\\c&HAA96E6&\\bord0\\shad0';

/** Lines of ASS that are shown for two minutes of a film of 640 x 360: in mint when they were sung, in plum before. */
export function assOf(lines: readonly string[], fonts: readonly string[] = []): string {
  return [
    ...['[Script Info]', 'ScriptType: v4.00+', 'PlayResX: 640', 'PlayResY: 360', ''],
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Alignment, BorderStyle, Outline, Shadow, MarginL, MarginR, MarginV',
    'Style: Default,No Such Font,32,&HAADC96,&H82466E,&H000000,&H000000,1,2,1,2,0,20,20,90',
    ...['', ...fonts, '[Events]'],
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...lines.map((line) => `Dialogue: 0,0:00:00.00,0:02:00.00,Default,,0,0,0,,${line}`),
  ].join('\n');
}

/** A font of our own, called Blocks, which has an A: a square that fills its line. */
export const BLOCKS = Buffer.from(
  [
    'AAEAAAAKAIAAAwAgT1MvMkUhRcUAAAEoAAAAYGNtYXAADACUAAABkAAAADRnbHlmA24F4AAAAcwAAAAaaGVh',
    'ZDFZpBAAAACsAAAANmhoZWEHCgMiAAAA5AAAACRobXR4A+gAAAAAAYgAAAAGbG9jYQANAAAAAAHEAAAABm1h',
    'eHAABAAGAAABCAAAACBuYW1lAtATGQAAAegAAABQcG9zdAADAAAAAAI4AAAAIAABAAAAAQAAlgKP618PPPUA',
    'AwPoAAAAAOctMGwAAAAA5y0wbAAA/zgD6AMgAAAAAwACAAAAAAAAAAEAAAMg/zgAAAPoAAAAAAPoAAEAAAAA',
    'AAAAAAAAAAAAAAABAAEAAAACAAQAAQAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAwPoAZAABQAEAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAAAEEAQQMg/zgAAAMgAMgAAAAA',
    'AAAAAAAAAAAAAAAgAAAD6AAAAAAAAAAAAAIAAAADAAAAFAADAAEAAAAUAAQAIAAAAAQABAABAAAAQf//AAAA',
    'Qf///8AAAQAAAAAAAAAAAA0AAAABAAD/OAPoAyAAAwAAFREhEQPoyAPo/BgAAAAAAAAEADYAAwABBAkAAQAM',
    'AAAAAwABBAkAAgAOAAwAAwABBAkABAAMAAAAAwABBAkABgAMAAAAQgBsAG8AYwBrAHMAUgBlAGcAdQBsAGEA',
    'cgADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  ].join(''),
  'base64',
);

/** The lines by which ASS brings that font along: six bits a character. */
export function blocksInside(): readonly string[] {
  const characters: string[] = [];
  for (let at = 0; at < BLOCKS.length; at += 3) {
    const three = BLOCKS.readUIntBE(at, 3);
    for (const shift of [18, 12, 6, 0])
      characters.push(String.fromCharCode(((three >> shift) & 63) + 33));
  }
  const lines = characters.join('').match(/.{1,80}/g) ?? [];
  return ['[Fonts]', 'fontname: blocks_0.ttf', ...lines, ''];
}

/** How much of the smallest box around what is pink is pink: all of it if that is a box, as of letters in Blocks. */
export async function solid(person: Person): Promise<number> {
  const box = await seen(person, PINK);
  return box ? box.count / (box.width * box.height) : 0;
}

/** By how many pixels what is pink is not where the picture of the film, of 640 x 360, wants this box. */
export async function apart(person: Person, box: Box): Promise<number> {
  const found = await seen(person, PINK);
  const wanted = await person.page.evaluate((inFilm) => {
    const video = document.querySelector('video');
    if (!video) throw new Error('there is no film');
    const { left, top, width, height } = video.getBoundingClientRect();
    const scale = Math.min(width / 640, height / 360);
    return {
      left: left + (width - 640 * scale) / 2 + inFilm.left * scale,
      top: top + (height - 360 * scale) / 2 + inFilm.top * scale,
      width: inFilm.width * scale,
      height: inFilm.height * scale,
    };
  }, box);
  if (!found) return Number.POSITIVE_INFINITY;
  const sides = ['left', 'top', 'width', 'height'] as const;
  return Math.max(...sides.map((side) => Math.abs(found[side] - wanted[side])));
}
