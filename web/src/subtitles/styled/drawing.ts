import { later } from '../../device/clock';

/** How large a picture is shown, in pixels of the screen, and how large it is in the film. */
export type Size = {
  readonly width: number;
  readonly height: number;
  readonly filmWidth: number;
  readonly filmHeight: number;
};

export type Request =
  | { readonly type: 'load'; readonly canvas: OffscreenCanvas }
  | { readonly type: 'open'; readonly text: string; readonly fonts: readonly Uint8Array[] }
  | { readonly type: 'draw'; readonly atMs: number; readonly size: Size };

export type Answer = { readonly type: 'loaded' | 'opened' | 'drawn' | 'failed' };

/** A file that takes longer to be read, or a picture to be drawn, is not meant to be watched. */
const patienceMs = 5_000;

export type Drawing = {
  /** Draws what is shown at a place of the film, in ms, unless that is what was drawn last; while something is being drawn, nothing is. */
  readonly draw: (atMs: number, size: Size) => void;
  readonly close: () => void;
};

type Wanted = {
  readonly canvas: HTMLCanvasElement;
  /** The whole file. */
  readonly text: string;
  /** Those that it is drawn by besides those in it. */
  readonly fonts: () => Promise<readonly Uint8Array[]>;
  /** Called when there is something to see. */
  readonly onDrawn: () => void;
  /** Called when nothing will be drawn any more. */
  readonly onFailed: () => void;
};

/** Draws a file of ASS on a canvas that nobody else draws on, in a worker of its own. */
export const openDrawing = ({ canvas, text, fonts, onDrawn, onFailed }: Wanted): Drawing => {
  const worker = new Worker(new URL('./drawingWorker.ts', import.meta.url), { type: 'module' });
  let isBusy = true;
  let isOver = false;
  let last = '';
  let callOff = (): void => undefined;
  const close = () => {
    isOver = true;
    callOff();
    worker.terminate();
  };
  const fail = () => {
    if (isOver) return;
    close();
    onFailed();
  };
  const ask = (request: Request, transfer: Transferable[] = []) => {
    if (isOver) return;
    if (request.type !== 'load') callOff = later(patienceMs, fail);
    worker.postMessage(request, transfer);
  };
  const settled: Readonly<Record<Answer['type'], () => void>> = {
    loaded: () => {
      fonts().then((all) => ask({ type: 'open', text, fonts: all }), fail);
    },
    opened: () => {
      isBusy = false;
    },
    drawn: () => {
      isBusy = false;
      onDrawn();
    },
    failed: fail,
  };
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    callOff();
    settled[data.type]();
  };
  worker.onerror = fail;
  const offscreen = canvas.transferControlToOffscreen();
  ask({ type: 'load', canvas: offscreen }, [offscreen]);
  return {
    draw: (atMs, size) => {
      const key = [atMs, ...Object.values(size)].join();
      if (isBusy || key === last) return;
      isBusy = true;
      last = key;
      ask({ type: 'draw', atMs, size });
    },
    close,
  };
};
