import { useState } from 'react';
import type { Look } from './look';
import { assOf, type Source } from './source';

type Fonts = () => Promise<readonly Uint8Array[]>;

/** A file as it is drawn. */
export type ToDraw = {
  /** The whole file. */
  readonly text: string;
  /** Those that come with it, besides those in it. */
  readonly fonts: Fonts;
  /** To be called when it cannot be drawn: from then on it is text. */
  readonly fail: () => void;
};

/** How what is shown is drawn, if it says itself how it wants to look. */
export type Styled = {
  /** Whether it says so. */
  readonly isPossible: boolean;
  /** Whether it was tried, and cannot be. */
  readonly hasFailed: boolean;
  /** Nothing if it is shown as text. */
  readonly toDraw: ToDraw | undefined;
};

const none: Fonts = () => Promise.resolve([]);

export const useStyled = (shown: Source | undefined, { styling }: Look): Styled => {
  const [failed, setFailed] = useState<string>();
  const text = assOf(shown);
  const hasFailed = text !== undefined && text === failed;
  const isWanted = text !== undefined && styling === 'own' && !hasFailed;
  const fonts = (shown?.type === 'remote' ? shown.remote.fonts : undefined) ?? none;
  return {
    isPossible: text !== undefined,
    hasFailed,
    toDraw: isWanted ? { text, fonts, fail: () => setFailed(text) } : undefined,
  };
};
