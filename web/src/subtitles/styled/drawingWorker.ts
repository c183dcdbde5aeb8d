import type { Answer, Request } from './drawing';
import { loadLibass } from './libass';

/*
 * Draws ASS on a canvas, where nothing of the page can be reached: the policy that comes with this file lets it load from here alone.
 * What goes wrong ends it, for after that the library can do nothing sound.
 */

type Loaded = Awaited<ReturnType<typeof loadLibass>>;

let library: Loaded | undefined;
let size = '';

const answer = (said: Answer): void => globalThis.postMessage(said);

const draw = ({ atMs, size: wanted }: Extract<Request, { readonly type: 'draw' }>): void => {
  const key = Object.values(wanted).join();
  library?.draw(atMs, wanted, key !== size);
  size = key;
};

const act = async (request: Request): Promise<void> => {
  switch (request.type) {
    case 'load':
      library = await loadLibass(request.canvas);
      return answer({ type: 'loaded' });
    case 'open':
      library?.open(request.text, request.fonts);
      return answer({ type: 'opened' });
    case 'draw':
      draw(request);
      return answer({ type: 'drawn' });
  }
};

globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  act(data).catch(() => answer({ type: 'failed' }));
});
