import type { Person } from './browser.ts';

/** A message that a page has sent to the room. */
export type Sent = Readonly<Record<string, unknown>>;

/** The messages that the person's page sends to rooms that it enters from now on; the list grows by itself. */
export function sentBy({ page }: Person): readonly Sent[] {
  const sent: Sent[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(JSON.parse(String(payload))));
  });
  return sent;
}
