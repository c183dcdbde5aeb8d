import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How a network between a browser and the server behaves, each direction by itself. */
export interface Network {
  readonly upMs: number;
  readonly downMs: number;
  /** Every packet is late by a random 0 to this much more. */
  readonly jitterMs: number;
  /** The share of packets that get lost; TCP sends them again, so they and all behind them come `RESEND_MS` late. */
  readonly loss: number;
}

export const LAN: Network = { upMs: 0, downMs: 0, jitterMs: 0, loss: 0 };
export const BAD: Network = { upMs: 80, downMs: 20, jitterMs: 30, loss: 0.01 };

/** A TCP proxy that makes a good local network behave like another one. */
export interface DelayProxy {
  readonly port: number;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

const RESEND_MS = 200;

/** Opens a proxy to `targetPort` on loopback; `chance` gives numbers from 0 to 1, so that a run can be repeated. */
export async function openProxy(
  targetPort: number,
  network: Network,
  chance: () => number,
): Promise<DelayProxy> {
  const sockets = new Set<Socket>();
  let isCut = false;

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect({
      port: targetPort,
      host: '127.0.0.1',
      noDelay: true,
      allowHalfOpen: true,
    });
    for (const [from, to, delayMs] of [
      [near, far, network.upMs],
      [far, near, network.downMs],
    ] as const) {
      sockets.add(from);
      relay(from, to, delayMs, network, chance);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => from.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      destroyAll();
    },
    restore: () => {
      isCut = false;
    },
    close: () => {
      destroyAll();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** What may be on its way at once; beyond it the sender is held back, as by a full window. */
const WINDOW_BYTES = 4 << 20;

function relay(from: Socket, to: Socket, delayMs: number, network: Network, chance: () => number) {
  if (delayMs === 0 && network.jitterMs === 0 && network.loss === 0) {
    from.pipe(to);
    return;
  }
  let lastAt = 0;
  let underWay = 0;
  const queue: Buffer[] = [];
  /** Timers of a busy process may come in another order than they are due; what is next in line goes then. */
  const pass = () => {
    const bytes = queue.shift();
    if (bytes === undefined) {
      to.end();
      return;
    }
    underWay -= bytes.length;
    if (underWay <= WINDOW_BYTES) from.resume();
    if (!to.destroyed) to.write(bytes);
  };
  from.on('data', (bytes) => {
    const lateMs =
      delayMs + chance() * network.jitterMs + (chance() < network.loss ? RESEND_MS : 0);
    lastAt = Math.max(lastAt, performance.now() + lateMs);
    underWay += bytes.length;
    if (underWay > WINDOW_BYTES) from.pause();
    queue.push(bytes);
    setTimeout(pass, lastAt - performance.now());
  });
  from.on('end', () => setTimeout(pass, Math.max(0, lastAt - performance.now())));
}
