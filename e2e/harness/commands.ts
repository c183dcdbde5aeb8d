import type { Person } from './browser.ts';

/** A message between a page and a room. */
export type Message = Readonly<Record<string, unknown>>;

/** The messages that the person's page sends to rooms that it enters from now on; the list grows by itself. */
export function sentBy({ page }: Person): readonly Message[] {
  const sent: Message[] = [];
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => sent.push(JSON.parse(String(payload))));
  });
  return sent;
}

/** The messages that rooms send to the person's page, once it enters them; the list grows by itself. */
export function heardBy({ page }: Person): readonly Message[] {
  const heard: Message[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(JSON.parse(String(payload))));
  });
  return heard;
}

/** Has every wish that was sent its answer? */
export function allAnswered(sent: readonly Message[], heard: readonly Message[]): boolean {
  const answered = new Set(
    heard.filter(({ type }) => type === 'accepted' || type === 'rejected').map(({ id }) => id),
  );
  return sent.every(({ id }) => id === undefined || answered.has(id));
}

const ACTS: readonly unknown[] = ['PLAYED', 'PAUSED', 'SEEKED', 'RATE_CHANGED'];

/** Those of the messages that say that somebody played, paused, sought or changed the speed. */
export function acts(heard: readonly Message[]): readonly Message[] {
  return heard.filter(({ cause }) => ACTS.includes(cause));
}

/** Where each change of the playback put the room, in the order of the changes. */
export function positionsIn(heard: readonly Message[]): readonly number[] {
  return heard
    .filter(({ type }) => type === 'playbackChanged')
    .map(({ playback }) => (playback as { positionMs: number }).positionMs);
}

export const ascending = (one: number, other: number) => one - other;
