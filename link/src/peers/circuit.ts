/** What a circuit needs of an `RTCDataChannel`. */
export type Channel = Pick<
  RTCDataChannel,
  'readyState' | 'bufferedAmount' | 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'
>;

/** The two channels of a circuit: `room` is ordered and loses nothing, `clock` is neither (PE7). */
export type Channels = { readonly room: Channel; readonly clock: Channel };

export type CircuitEvents = {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** Once, with why the other end closed it (CL); 1006 where it did not say. */
  readonly closed: (code: number, reason: string) => void;
};

/** Two pages connected to one another. After `close` no more of its `CircuitEvents` are called. */
export type Circuit = {
  /** Has to arrive. Ends the circuit where the other end does not read: more than 1 MiB waits. */
  readonly send: (text: string) => void;
  /** May be lost and come out of order: a probe of the clock, or its answer. */
  readonly probe: (text: string) => void;
  /** Worth nothing later: left out where more than 64 KiB waits. */
  readonly pass: (text: string) => void;
  /** Tells the other end why, and ends the circuit. */
  readonly close: (code: number, reason: string) => void;
};

const MOST_WAITING_BYTES = 1_048_576;
const BEHIND_BYTES = 65_536;
const LONGEST_TEXT = 1_048_576;
const SLOW_READER = 4001;
const UNSUPPORTED = 1003;
const TOO_LARGE = 1009;
const ABNORMAL = 1006;
/** No message of a room begins like this (PE8). */
const FAREWELL = /^close (\d{4}) ?(.{0,123})$/s;

export const circuitOver = ({ room, clock }: Channels, events: CircuitEvents): Circuit => {
  let isWanted = true;
  let hasHeard = false;

  const end = (): void => {
    isWanted = false;
    room.close();
    clock.close();
  };
  const ended = (code: number, reason: string): void => {
    if (isWanted) {
      end();
      events.closed(code, reason);
    }
  };
  const close = (code: number, reason: string): void => {
    if (isWanted && room.readyState === 'open') {
      room.send(`close ${code} ${reason}`);
    }
    end();
  };
  const breakOff = (code: number, reason: string): void => {
    if (isWanted) {
      close(code, reason);
      events.closed(code, reason);
    }
  };

  const heard = (data: unknown): void => {
    if (!isWanted) return;
    if (typeof data !== 'string') {
      breakOff(UNSUPPORTED, 'text only');
      return;
    }
    if (data.length > LONGEST_TEXT) {
      breakOff(TOO_LARGE, 'too long');
      return;
    }
    const farewell = FAREWELL.exec(data);
    if (farewell) {
      ended(Number(farewell[1]), farewell[2] ?? '');
      return;
    }
    hasHeard = true;
    events.received(data);
  };
  room.onopen = () => isWanted && events.opened();
  room.onmessage = ({ data }) => heard(data);
  clock.onmessage = ({ data }) => heard(data);
  room.onclose = () => ended(ABNORMAL, '');

  const send = (text: string): void => {
    if (!isWanted || room.readyState !== 'open') return;
    if (room.bufferedAmount > MOST_WAITING_BYTES) {
      breakOff(SLOW_READER, 'slow reader');
      return;
    }
    room.send(text);
  };
  return {
    send,
    probe: (text) => {
      // Not before the room has said something: a probe may not overtake what lets one in (EN2).
      if (!isWanted || !hasHeard || clock.readyState !== 'open') send(text);
      else if (clock.bufferedAmount <= BEHIND_BYTES) clock.send(text);
    },
    pass: (text) => {
      if (room.bufferedAmount <= BEHIND_BYTES) send(text);
    },
    close,
  };
};
