import * as v from 'valibot';
import { remember, remembered } from '../device/memory';

export const sizes = ['small', 'medium', 'large', 'huge'] as const;
export const colours = ['white', 'yellow', 'green', 'blue'] as const;
export const backgrounds = ['none', 'shade', 'black'] as const;
export const places = ['bottom', 'top'] as const;
export const stylings = ['own', 'plain'] as const;

const look = v.object({
  size: v.picklist(sizes),
  colour: v.picklist(colours),
  background: v.picklist(backgrounds),
  place: v.picklist(places),
  /** Whether what says itself how it is to look does look so. */
  styling: v.optional(v.picklist(stylings), 'own'),
});

/** How subtitles look to this person. */
export type Look = Readonly<v.InferOutput<typeof look>>;

const usual: Look = {
  size: 'medium',
  colour: 'white',
  background: 'shade',
  place: 'bottom',
  styling: 'own',
};

/** As it was last set on this device. */
export const keptLook = (): Look => {
  try {
    return v.parse(look, JSON.parse(remembered('subtitles') ?? ''));
  } catch {
    return usual;
  }
};

export const keepLook = (kept: Look): void => remember('subtitles', JSON.stringify(kept));
