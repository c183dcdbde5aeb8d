import type { Request } from 'playwright-core';
import type { Person } from './browser.ts';

/** What a person's browser asks servers for from now on; all of it grows by itself. */
export interface Traffic {
  /** The addresses as they go over the wire, those of WebSockets too, and those that requests say they come from. */
  readonly addresses: readonly string[];
  /** What shows who somebody is, and under what name it was shown: in cookies, as bearer, and in bodies. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Waits until everything that was asked so far is read. */
  settled(): Promise<void>;
}

/** Under these names a body shows a secret. */
const NAMES = ['token', 'pass', 'password', 'invitation'];

export function trafficOf({ page }: Person): Traffic {
  const addresses: string[] = [];
  const secrets = new Map<string, string>();
  const reading: Promise<void>[] = [];
  const read = async (request: Request): Promise<void> => {
    const { referer, cookie, authorization } = await request.allHeaders();
    if (referer !== undefined) addresses.push(referer);
    for (const [name, secret] of [
      ...(cookie?.split('; ') ?? []).map((one) => one.split('=')),
      ...(authorization === undefined ? [] : [authorization.split(' ')]),
      ...Object.entries(bodyOf(request)).filter(([name]) => NAMES.includes(name)),
    ])
      if (name && typeof secret === 'string') secrets.set(secret, name);
  };
  page.context().on('request', (request) => {
    addresses.push(onTheWire(request.url()));
    const each = read(request);
    // Whether it could be read, `settled` tells; a page that is closed after that may have asked for more.
    each.catch(() => {});
    reading.push(each);
  });
  page.on('websocket', (socket) => addresses.push(onTheWire(socket.url())));
  return { addresses, secrets, settled: async () => void (await Promise.all(reading)) };
}

/** No browser sends a fragment to anybody (RFC 9110, section 7.1). */
function onTheWire(address: string): string {
  return address.split('#')[0] ?? '';
}

function bodyOf(request: Request): Record<string, unknown> {
  const isJson = request.headers()['content-type']?.startsWith('application/json');
  return isJson ? request.postDataJSON() : {};
}
