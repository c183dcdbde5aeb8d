import type { Capabilities } from '../player';

/** What tells one browser engine from another: `navigator.userAgent` and `navigator.vendor`. */
export type Engine = { readonly userAgent: string; readonly vendor: string };

/** Is this Safari, or any browser on its engine (all of them on iPhones)? */
export const isApple = ({ vendor }: Engine): boolean => vendor.startsWith('Apple');

/**
 * What the engine's media elements can do, as measured: Chromium and Firefox honour fine rates, Safari stutters at each change of rate; in
 * Chromium a seek while playing loses about the same time each time, in Firefox anything between 36 and 211 ms.
 */
export const capabilitiesOf = (engine: Engine, element: HTMLVideoElement): Capabilities => ({
  rate: isApple(engine) ? 'coarse' : 'fine',
  pitch: pitchSwitches.some((name) => name in element),
  steadySeeks: /Chrom(e|ium)\//.test(engine.userAgent),
  leastSeekMs: 0,
  frames: 'requestVideoFrameCallback' in element,
});

/** The names of `preservesPitch`, the standard's first. */
export const pitchSwitches = [
  'preservesPitch',
  'mozPreservesPitch',
  'webkitPreservesPitch',
] as const;
