import assert from 'node:assert/strict';
import { WebSocket } from 'node:http';
import type { Server } from './server.ts';

/** A member without a page, who speaks the wire by hand and may say anything that it allows (protocol/WIRE.md). */
export interface Member {
  /** Sends a wish; resolves when the room has accepted it. */
  wish(wish: Readonly<Record<string, unknown>>): Promise<void>;
  close(): void;
}

const HEARTBEAT_EVERY_MS = 5_000;

/** Enters the room at `link` as `name`. */
export async function enterByHand(server: Server, link: string, name: string): Promise<Member> {
  const room = new URL(link).pathname.split('/').at(-1) ?? '';
  const reply = await fetch(`${server.url}/api/rooms/${room}/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  const { ticket } = (await reply.json()) as { ticket: string };
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync?ticket=${ticket}`, {
    protocols: ['matinee.1'],
    headers: { Origin: server.url },
  });
  const answers = new Map<string, (answer: unknown) => void>();
  let seen = 0;
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.onopen = () => socket.send('{"type":"enter"}');
    socket.onerror = () => reject(new Error('the room cannot be entered'));
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data) as { type: string; id?: string; revision?: number };
      seen = Math.max(seen, message.revision ?? 0);
      if (message.type === 'welcome') resolve();
      if (message.type === 'error') for (const answer of answers.values()) answer(message);
      answers.get(message.id ?? '')?.(message);
    };
  });
  const beat = { type: 'heartbeat', t0: 0, condition: 'NO_FILM' };
  const beating = setInterval(() => socket.send(JSON.stringify(beat)), HEARTBEAT_EVERY_MS);
  await welcomed;
  let made = 0;
  return {
    wish: async (wish) => {
      const id = `hand-${++made}`;
      const answer = await new Promise<unknown>((resolve) => {
        answers.set(id, resolve);
        socket.send(JSON.stringify({ ...wish, id, seen }));
      });
      answers.delete(id);
      assert.equal((answer as { type: string }).type, 'accepted', JSON.stringify({ wish, answer }));
    },
    close: () => {
      clearInterval(beating);
      socket.close();
    },
  };
}
