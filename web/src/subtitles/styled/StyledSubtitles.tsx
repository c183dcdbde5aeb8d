import { useEffect, useEffectEvent, useRef } from 'react';
import { useFrames } from '../../player/useFrames';
import type { ToDraw } from '../useStyled';
import { type Drawing, openDrawing, type Size } from './drawing';
import './styled.css';

/** More pixels are not drawn, however large the screen is; the picture is stretched then. */
const mostPixels = 2560 * 1440;

/** How large the picture of an element is shown, within its black bars. */
const sizeIn = (element: HTMLVideoElement): Size => {
  const { clientWidth, clientHeight } = element;
  const filmWidth = element.videoWidth || clientWidth;
  const filmHeight = element.videoHeight || clientHeight;
  const fit = Math.min(clientWidth / filmWidth, clientHeight / filmHeight);
  const most = Math.sqrt(mostPixels / (filmWidth * filmHeight));
  const scale = Math.min(fit * devicePixelRatio, most);
  return {
    width: Math.max(1, Math.round(filmWidth * scale)),
    height: Math.max(1, Math.round(filmHeight * scale)),
    filmWidth,
    filmHeight,
  };
};

type StyledSubtitlesProps = {
  readonly element: HTMLVideoElement;
  readonly toDraw: ToDraw;
  readonly laterMs: number;
  /** Told when there is something to see, and when there is not any more. */
  readonly onDrawn: (isDrawn: boolean) => void;
};

/** Subtitles as whoever made them wants them to look, exactly over the picture, at the place where this page's player is. */
export const StyledSubtitles = ({ element, toDraw, laterMs, onDrawn }: StyledSubtitlesProps) => {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const { text } = toDraw;
  const tellDrawn = useEffectEvent(onDrawn);
  const fail = useEffectEvent(() => toDraw.fail());
  const fonts = useEffectEvent(() => toDraw.fonts());
  useEffect(() => {
    const canvas = document.createElement('canvas');
    if (!('transferControlToOffscreen' in canvas && 'Worker' in globalThis)) return fail();
    place.current?.append(canvas);
    const opened = openDrawing({
      canvas,
      text,
      fonts: () => fonts(),
      onDrawn: () => tellDrawn(true),
      onFailed: () => fail(),
    });
    drawing.current = opened;
    return () => {
      drawing.current = undefined;
      opened.close();
      canvas.remove();
      tellDrawn(false);
    };
  }, [text]);
  useFrames(() => drawing.current?.draw(element.currentTime * 1000 - laterMs, sizeIn(element)));
  return (
    <div
      ref={place}
      className="styled-subtitles"
      data-testid="styled-subtitles"
      aria-hidden="true"
    />
  );
};
