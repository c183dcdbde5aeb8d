import type { SocketEvents, Transport } from '../transport';
import type { Circuit, CircuitEvents } from './circuit';

/** Opens a circuit to whoever keeps the room. */
export type OpenCircuit = (events: CircuitEvents) => Circuit;

const HEARTBEAT = '{"type":"heartbeat"';

/** A page's means, but for the way into the room: that is by circuits to another page, or to this one. The address of a socket says nothing. */
export const peerTransport = (
  means: Omit<Transport, 'openSocket'>,
  open: OpenCircuit,
): Transport => ({
  ...means,
  openSocket: (_url, events: SocketEvents) => {
    const circuit = open(events);
    return {
      send: (text) => (text.startsWith(HEARTBEAT) ? circuit.probe(text) : circuit.send(text)),
      close: (code) => circuit.close(code, ''),
    };
  },
});

/**
 * Opens a circuit within the page that keeps the room: what is sent comes after everything that runs now has run. `admit` is told of the keeper's end, and
 * gives what takes in what comes there.
 */
export const circuitWithin =
  (admit: (keepersEnd: Circuit) => CircuitEvents): OpenCircuit =>
  (events) => {
    let isOpen = true;
    const later = (call: () => void) => queueMicrotask(() => isOpen && call());
    const end = (closed: () => void): void => {
      queueMicrotask(() => {
        if (isOpen) {
          isOpen = false;
          closed();
        }
      });
    };
    const circuitTo = (
      received: (text: string) => void,
      closed: CircuitEvents['closed'],
    ): Circuit => {
      const send = (text: string): void => later(() => received(text));
      return {
        send,
        probe: send,
        pass: send,
        close: (code, reason) => end(() => closed(code, reason)),
      };
    };
    const keepers = admit(circuitTo(events.received, events.closed));
    later(events.opened);
    return circuitTo(keepers.received, keepers.closed);
  };
