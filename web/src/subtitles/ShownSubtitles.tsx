import { lazy, Suspense, useEffect, useState } from 'react';
import { useFrames } from '../player/useFrames';
import type { Cue } from './cue';
import { shownAt } from './source';
import type { ToDraw } from './useStyled';
import type { Subtitles } from './useSubtitles';
import './subtitles.css';

const NotLoaded = ({ toDraw }: { readonly toDraw: ToDraw }) => {
  useEffect(toDraw.fail);
  return null;
};

const StyledSubtitles = lazy(async () => ({
  default: await import('./styled/StyledSubtitles').then(
    (all) => all.StyledSubtitles,
    () => NotLoaded,
  ),
}));

const isSame = (some: readonly Cue[], others: readonly Cue[]): boolean =>
  some.length === others.length &&
  some.every(({ startMs, pieces }, at) => {
    const other = others[at];
    return (
      startMs === other?.startMs &&
      pieces.map(({ text }) => text).join() === other.pieces.map(({ text }) => text).join()
    );
  });

type ShownSubtitlesProps = {
  readonly element: HTMLVideoElement | null;
  readonly subtitles: Subtitles;
};

/** The subtitles over the picture, at the place where this page's player is: drawn, or as text, also until there is something drawn. */
export const ShownSubtitles = ({ element, subtitles }: ShownSubtitlesProps) => {
  const { shown, laterMs, look, styled } = subtitles;
  const [isDrawn, setDrawn] = useState(false);
  const [cues, setCues] = useState<readonly Cue[]>([]);
  useFrames(() => {
    const isText = shown && element && !isDrawn;
    const now = isText ? shownAt(shown, element.currentTime * 1000, laterMs) : [];
    if (!isSame(cues, now)) setCues(now);
  });
  const text = (
    <div
      className="subtitles"
      data-testid="subtitles"
      data-size={look.size}
      data-colour={look.colour}
      data-background={look.background}
      data-place={look.place}
    >
      {cues.map(({ startMs, pieces }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: of cues that begin together the order is all that tells them apart.
        <p key={`${startMs} ${at}`}>
          {pieces.map(({ text, bold, italic, underlined }, part) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a cue is shown whole, and its pieces never change.
              key={part}
              data-bold={bold}
              data-italic={italic}
              data-underlined={underlined}
            >
              {text}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
  return (
    <>
      {styled.toDraw && element && (
        <Suspense>
          <StyledSubtitles
            element={element}
            toDraw={styled.toDraw}
            laterMs={laterMs}
            onDrawn={setDrawn}
          />
        </Suspense>
      )}
      {text}
    </>
  );
};
