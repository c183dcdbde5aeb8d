import { browserClock } from '@matinee/link/clock';
import { plainAfter, strangersPage } from '@matinee/link/transport';
import type { ToFrame } from '../messages';
import { inFrame } from './inFrame';

declare global {
  /** Set in a frame while this program is in it; pages have another global object. */
  var matineeIsHere: boolean | undefined;
}

/** A background that the browser has ended comes back when it is spoken to. */
const AGAIN_AFTER_MS = 500;

const end = (): void => {
  globalThis.matineeIsHere = false;
};

/** Speaks to the background until that says that it is over, or the extension is gone. */
const begin = (): void => {
  if (chrome.runtime?.id === undefined) {
    end();
    return;
  }
  const port = chrome.runtime.connect({ name: 'frame' });
  let isOver = false;
  const frame = inFrame({
    document,
    engine: navigator,
    clock: browserClock,
    surroundings: strangersPage,
    post: (message) => port.postMessage(message),
    over: () => {
      isOver = true;
      frame.close();
      port.disconnect();
      end();
    },
  });
  port.onMessage.addListener((message: ToFrame) => frame.take(message));
  port.onDisconnect.addListener(() => {
    if (isOver) return;
    isOver = true;
    frame.close();
    plainAfter(AGAIN_AFTER_MS, begin);
  });
};

if (globalThis.matineeIsHere !== true) {
  globalThis.matineeIsHere = true;
  begin();
}
