import usualFont from 'jassub/dist/default.woff2?url';
import libass from 'jassub/dist/wasm/jassub-worker.js';
import { Canvas2DRenderer } from 'jassub/dist/worker/renderers/2d-renderer.js';
import { WebGL2Renderer } from 'jassub/dist/worker/renderers/webgl2-renderer.js';
import type { ASSImage } from 'jassub/dist/worker/util.js';
import type { Size } from './drawing';

/** What of the compiled library is used here. */
type Library = {
  readonly setThreads: (count: number) => void;
  readonly addFont: (name: string, at: number, length: number) => void;
  readonly reloadFonts: () => void;
  readonly setMemoryLimits: (glyphs: number, megabytes: number) => void;
  readonly createTrackMem: (text: string) => void;
  readonly resizeCanvas: (width: number, height: number, ofFilm: number, high: number) => void;
  readonly rawRender: (atSeconds: number, anew: number) => ASSImage[] | null;
};

type Compiled = {
  readonly _malloc: (length: number) => number;
  readonly JASSUB: new (width: number, height: number, font: string) => Library;
};

/** Whatever a file wants drawn, no more memory than this is taken for it. */
const mostPages = (512 << 20) / 65_536;
const mostGlyphs = 5_000;
const mostCachedMegabytes = 96;

/** The family of the font that is used where the wanted one is missing: it has Latin, Cyrillic and Greek letters. */
const usualFamily = 'Liberation Sans';

const heap = (): Uint8Array => (globalThis as unknown as { HEAPU8RAW: Uint8Array }).HEAPU8RAW;

/** Memory as the library makes it for itself, with our bound instead of its 2 GB. */
const boundMemory = (): void => {
  const { Memory } = WebAssembly;
  WebAssembly.Memory = class extends Memory {
    constructor(wanted: WebAssembly.MemoryDescriptor) {
      super({ ...wanted, maximum: Math.min(wanted.maximum ?? mostPages, mostPages) });
    }
  };
};

/** Puts what is to be seen on a canvas, by the graphics card where there is one. */
const painterOn = (canvas: OffscreenCanvas): WebGL2Renderer | Canvas2DRenderer => {
  const isFast = new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
  const painter = isFast ? new WebGL2Renderer() : new Canvas2DRenderer();
  painter.setCanvas(canvas);
  return painter;
};

/** Loads libass, which draws ASS on `canvas`; once in a worker. Throws where there is no WebAssembly, and whenever a file is too much for it. */
export const loadLibass = async (canvas: OffscreenCanvas) => {
  boundMemory();
  const silent = () => undefined;
  const { _malloc, JASSUB } = (await libass({ __out: silent, __err: silent })) as Compiled;
  const usual = await (await fetch(usualFont)).arrayBuffer();
  const painter = painterOn(canvas);
  const library = new JASSUB(canvas.width, canvas.height, usualFamily);
  library.setThreads(1);
  library.setMemoryLimits(mostGlyphs, mostCachedMegabytes);
  return {
    /** Takes a file, with the fonts that it is drawn by besides those in it. */
    open: (text: string, fonts: readonly Uint8Array[]): void => {
      for (const [number, font] of [new Uint8Array(usual), ...fonts].entries()) {
        const at = _malloc(font.byteLength);
        if (at === 0) continue;
        heap().set(font, at);
        library.addFont(`font ${number}`, at, font.byteLength);
      }
      library.reloadFonts();
      library.createTrackMem(text);
    },
    /** Draws what is shown at a place of the film, in ms. */
    draw: (atMs: number, size: Size, isResized: boolean): void => {
      if (isResized) {
        library.resizeCanvas(size.width, size.height, size.filmWidth, size.filmHeight);
        painter.resizeCanvas(size.width, size.height);
      }
      const images = library.rawRender(atMs / 1000, Number(isResized));
      if (images) painter.render(images, heap());
    },
  };
};
