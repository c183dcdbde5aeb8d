import { createRoomClock, type RoomClock, type Signal, type Signals } from '@matinee/browser';
import type { Answer } from './answer';
import type { Clock } from './clock';
import { type Connected, connect } from './connect';
import { connectionStateOf, hasEntered, type Input } from './connection';
import type { ConnectionState } from './connectionState';
import { type Heard, type RoomCopy, roomCopy } from './copy';
import { heartbeats } from './heartbeats';
import { resettling } from './resettling';
import type { RoomNews } from './roomEvent';
import type { GetTicket } from './ticket';
import type { Transport } from './transport';
import type { Vitals } from './vitals';

/** `changed`: the copy or the state of the connection did. `happened` comes after the `changed` of the same frame. */
export type LifelineOptions = {
  readonly syncUrl: string;
  readonly getTicket: GetTicket;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly vitals: () => Vitals;
  readonly changed: () => void;
  readonly happened: (news: RoomNews) => void;
  readonly signalled: (signals: Signals) => void;
  readonly settled: (id: string, answer: Answer) => void;
};

/** What ties a page to its room: the connection, the copy that it keeps up to date, the clock that its heartbeats set. */
export type Lifeline = {
  readonly copy: RoomCopy;
  readonly roomClock: RoomClock;
  readonly state: () => ConnectionState;
  readonly take: (input: Input) => void;
  /** Shows the others something for a moment, if the room is there (SI1). */
  readonly signal: (signal: Signal) => void;
  readonly end: (how: 'leave' | 'close') => void;
};

export const lifeline = (options: LifelineOptions): Lifeline => {
  const { transport, clock } = options;
  const copy = roomCopy();
  const roomClock = createRoomClock(clock.nowMs());

  const hear = (heard: Heard, atMs: number): void => {
    link.take({ type: 'heard' });
    switch (heard.type) {
      case 'gap':
      case 'unreadable':
      case 'welcomed':
      case 'answered':
        link.take(heard);
        break;
      case 'probed':
        settling.probed({ ...heard, t3: atMs });
        break;
      case 'presence':
        options.changed();
        break;
      case 'news':
        options.changed();
        options.happened(heard.news);
        break;
      case 'signals':
        options.signalled(heard.signals);
        break;
    }
  };

  const link = connect({
    ...options,
    nowMs: clock.nowMs,
    received: (text) => {
      const atMs = clock.nowMs();
      if (!settling.keeps(text)) hear(copy.take(text), atMs);
    },
    enter: () => {
      settling.opened();
      link.send(enterFrom(copy));
      pulse.begin();
    },
    probe: () => pulse.begin(),
  });
  const pulse = heartbeats({
    clock,
    roomClock,
    after: transport.after,
    hasEntered: () => hasEntered(link.current()),
    vitals: options.vitals,
    send: link.send,
    sent: () => link.take({ type: 'probed' }),
  });
  const settling = resettling({
    roomClock,
    epoch: () => copy.resume()?.epoch,
    hear: (text) => hear(copy.take(text), clock.nowMs()),
  });
  const stopDoubts = doubts(transport, link);

  return {
    copy,
    roomClock,
    state: () => connectionStateOf(link.current()),
    take: link.take,
    signal: (signal) => show(link, signal),
    end: (how) => {
      pulse.close();
      stopDoubts();
      link.take({ type: how });
    },
  };
};

/** What happens to the page may have happened to the connection too. */
const doubts = (transport: Transport, link: Connected): (() => void) =>
  transport.onSignal((signal) => {
    if (signal !== 'hidden') {
      link.take({ type: 'doubt' });
    }
  });

const show = (link: Connected, signal: Signal): void => {
  if (link.current().phase.type === 'live') link.send({ type: 'signal', ...signal });
};

const enterFrom = (copy: RoomCopy): object => {
  const resume = copy.resume();
  return { type: 'enter', ...(resume === undefined ? {} : { resume }) };
};
