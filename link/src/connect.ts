import type { Answer } from './answer';
import { type Connection, type Effect, type Input, setOut, step, timerAtMs } from './connection';
import type { GetTicket, TicketReply } from './ticket';
import type { Socket, Transport } from './transport';

/** What a connection is made of, and who hears of it. `enter` and `probe` are to send the message of that name. */
export type ConnectOptions = {
  readonly syncUrl: string;
  readonly getTicket: GetTicket;
  readonly transport: Transport;
  readonly nowMs: () => number;
  readonly chance: () => number;
  readonly received: (text: string) => void;
  readonly enter: () => void;
  readonly probe: () => void;
  readonly settled: (id: string, answer: Answer) => void;
  readonly changed: () => void;
};

/** A way into a room that is kept open: it performs what `step` says. `send` reaches the server if a socket is open, and nobody otherwise. */
export type Connected = {
  readonly current: () => Connection;
  readonly take: (input: Input) => void;
  readonly send: (message: object) => void;
};

const addressWith = (syncUrl: string, ticket: string): string =>
  `${syncUrl}${syncUrl.includes('?') ? '&' : '?'}ticket=${encodeURIComponent(ticket)}`;

/** Sets out at once. */
export const connect = (options: ConnectOptions): Connected => {
  const { transport, nowMs } = options;
  let state: Connection;
  let socket: Socket | undefined;
  let asking: AbortController | undefined;
  let stopTimer = (): void => {};

  const take = (input: Input): void => {
    const moment = { nowMs: nowMs(), chance: options.chance() };
    const [next, effects] = step(state, input, moment);
    const isChanged = next !== state;
    state = next;
    effects.forEach(perform);
    if (isChanged) {
      setTimer();
      options.changed();
    }
  };

  const setTimer = (): void => {
    stopTimer();
    const atMs = timerAtMs(state);
    stopTimer = Number.isFinite(atMs)
      ? transport.after(atMs - nowMs(), () => take({ type: 'timer' }))
      : () => {};
  };

  const ask = (attempt: number, region?: string): void => {
    asking?.abort();
    asking = new AbortController();
    options
      .getTicket(asking.signal, region)
      .catch((): TicketReply => ({ type: 'unreachable' }))
      .then((reply) => take({ type: 'ticket', attempt, reply }));
  };

  const open = (attempt: number, ticket: string, syncUrl: string): void => {
    socket = transport.openSocket(addressWith(syncUrl, ticket), {
      opened: () => take({ type: 'opened', attempt }),
      received: options.received,
      closed: (code, reason) => take({ type: 'closed', attempt, code, reason }),
    });
  };

  const send = (message: object): void => socket?.send(JSON.stringify(message));

  const perform = (effect: Effect): void => {
    switch (effect.type) {
      case 'getTicket':
        ask(effect.attempt, effect.region);
        break;
      case 'open':
        open(effect.attempt, effect.ticket, effect.syncUrl ?? options.syncUrl);
        break;
      case 'drop':
        asking?.abort();
        socket?.close(effect.code);
        socket = undefined;
        break;
      case 'enter':
      case 'probe':
      case 'send':
      case 'sendLeave':
      case 'settle':
        say(effect, options, send);
        break;
    }
  };

  const [begun, effects] = setOut(nowMs());
  state = begun;
  effects.forEach(perform);
  setTimer();
  return { current: () => state, take, send };
};

type Saying = Extract<
  Effect,
  { readonly type: 'enter' | 'probe' | 'send' | 'sendLeave' | 'settle' }
>;

const say = (effect: Saying, options: ConnectOptions, send: Connected['send']): void => {
  switch (effect.type) {
    case 'enter':
      options.enter();
      break;
    case 'probe':
      options.probe();
      break;
    case 'send':
      send(effect.command);
      break;
    case 'sendLeave':
      send({ type: 'leave' });
      break;
    case 'settle':
      options.settled(effect.id, effect.answer);
      break;
  }
};
