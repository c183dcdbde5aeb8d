import { browserClock } from '@matinee/link/clock';
import { pageOf, rightTo, titleOf } from '../address';
import { type Intent, readFromFrame, readIntent, type ToPopup, type Trouble } from '../messages';
import type { Frame } from './frames';
import { keepSeat, keepTyped, keptSeat, keptTyped, type Seat, type Typed } from './memory';
import { type OpenSeat, openSeat } from './openSeat';
import { createRoom, syncUrlOf, ticketFor } from './roomServer';
import { workerTransport } from './workerTransport';

/** The one seat that this browser has, if it has one. */
let open: OpenSeat | undefined;
let typed: Typed = { server: '', name: '' };
let trouble: Trouble | undefined;
/** What waits for the person to let the extension into a site. */
let pending: Intent | undefined;
const popups = new Set<chrome.runtime.Port>();

const tell = (): void => {
  const message: ToPopup = {
    ...typed,
    ...(open === undefined ? {} : { room: open.seen() }),
    ...(trouble === undefined ? {} : { trouble }),
  };
  for (const popup of popups) popup.postMessage(message);
};

/** Puts the program into all frames of the seat's tab that the person has let it into, and that have none yet, if the page of the film is there. */
const inject = async (): Promise<void> => {
  if (open === undefined) return;
  const { tab } = open.seat;
  const found = await chrome.tabs.get(tab).catch(() => undefined);
  if (open?.seat.tab !== tab) return;
  open.shows(found?.url);
  if (!open.seen().isOnPage) return;
  await chrome.scripting
    .executeScript({ target: { tabId: tab, allFrames: true }, files: ['content.js'] })
    .catch(() => undefined);
};

const sit = (seat: Seat): void => {
  open = openSeat({
    seat,
    syncUrl: syncUrlOf(seat.server),
    getTicket: ticketFor(seat),
    transport: workerTransport,
    clock: browserClock,
    chance: Math.random,
    changed: tell,
    needed: () => void inject(),
  });
  void inject();
};

const stand = async (how: 'leave' | 'close'): Promise<void> => {
  open?.end(how);
  open = undefined;
  await keepSeat(undefined);
};

const move = async (seat: Seat): Promise<void> => {
  const isSameRoom = open?.seat.room === seat.room && open.seat.server === seat.server;
  await stand(isSameRoom ? 'close' : 'leave');
  await keepSeat(seat);
  sit(seat);
};

const remember = async (next: Typed): Promise<void> => {
  typed = next;
  await keepTyped(next);
};

const start = async ({ server, name, page }: Extract<Intent, { type: 'start' }>): Promise<void> => {
  await remember({ server, name });
  const ref = { type: 'site', url: page.url } as const;
  const made = await createRoom(server, { ref, title: titleOf(page.title, page.url) });
  if (made.type === 'done') return move({ server, room: made.value, name, tab: page.tab });
  trouble = made.type === 'offline' ? 'unreachable' : 'refused';
};

const go = async (url: string): Promise<void> => {
  if (open === undefined) return;
  const { id } = await chrome.tabs.create({ url });
  if (id !== undefined) await move({ ...open.seat, tab: id });
};

const perform = async (intent: Intent): Promise<void> => {
  trouble = undefined;
  switch (intent.type) {
    case 'start':
      await start(intent);
      break;
    case 'join': {
      const { server, room, name, tab } = intent;
      await remember({ server, name });
      await move({ server, room, name, tab });
      break;
    }
    case 'go':
      await go(intent.url);
      break;
    case 'bring':
      if (open !== undefined && open.seat.tab !== intent.page.tab)
        await move({ ...open.seat, tab: intent.page.tab });
      await open?.bring(intent.page);
      break;
    case 'leave':
      await stand('leave');
      break;
  }
  await inject();
  tell();
};

/** The address of the page that the person has to let the extension into first; nothing if what is wanted needs no page. */
const pageWanted = (intent: Intent): string | undefined => {
  switch (intent.type) {
    case 'start':
    case 'bring':
      return intent.page.url;
    case 'go':
      return intent.url;
    case 'join':
    case 'leave':
      return undefined;
  }
};

const performIfAllowed = async (intent: Intent): Promise<void> => {
  const page = pageWanted(intent);
  if (page !== undefined && pageOf(page) === undefined) return;
  const isAllowed =
    page === undefined || (await chrome.permissions.contains({ origins: [rightTo(page)] }));
  pending = isAllowed ? undefined : intent;
  if (isAllowed) await perform(intent);
};

const ready = (async () => {
  typed = await keptTyped();
  const seat = await keptSeat();
  if (seat !== undefined) sit(seat);
})();

const hearPopup = (port: chrome.runtime.Port): void => {
  popups.add(port);
  port.onDisconnect.addListener(() => popups.delete(port));
  port.onMessage.addListener(async (message: unknown) => {
    await ready;
    const intent = readIntent(message);
    if (intent !== undefined) await performIfAllowed(intent);
  });
  void ready.then(tell);
};

const hearFrame = (port: chrome.runtime.Port): void => {
  let isThere = true;
  const frame: Frame = { post: (message) => isThere && port.postMessage(message) };
  const entered = ready.then(() => {
    if (open !== undefined && port.sender?.tab?.id === open.seat.tab) return open.enter(frame);
    frame.post({ type: 'over' });
    return undefined;
  });
  port.onMessage.addListener(async (message: unknown) => {
    const hear = await entered;
    const read = readFromFrame(message);
    if (read !== undefined) hear?.(read);
  });
  port.onDisconnect.addListener(async () => {
    isThere = false;
    await entered;
    open?.gone(frame);
  });
};

chrome.runtime.onConnect.addListener((port) => {
  const isOwnPage = port.sender?.url?.startsWith(chrome.runtime.getURL('')) === true;
  if (port.name === 'popup' && isOwnPage) hearPopup(port);
  else if (port.name === 'frame') hearFrame(port);
  else port.disconnect();
});
chrome.permissions.onAdded.addListener(async () => {
  await ready;
  if (pending !== undefined) await performIfAllowed(pending);
});
chrome.tabs.onUpdated.addListener(async (tab, { status, url }) => {
  await ready;
  if (tab !== open?.seat.tab) return;
  if (url !== undefined) open.shows(url);
  if (status === 'complete') await inject();
});
chrome.tabs.onRemoved.addListener(async (tab) => {
  await ready;
  if (tab !== open?.seat.tab) return;
  await stand('leave');
  tell();
});
