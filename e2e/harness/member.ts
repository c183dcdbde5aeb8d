import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request, WebSocket } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Server } from './server.ts';

/** A member without a page, who speaks the wire by hand and may say anything that it allows (protocol/WIRE.md). */
export interface Member {
  /** By which the room knows it, for what is asked over HTTP. */
  readonly pass: string;
  /** Sends a wish; resolves when the room has accepted it. */
  wish(wish: Readonly<Record<string, unknown>>): Promise<void>;
  /** Why the playback has changed since this member entered, in order. */
  causes(): readonly string[];
  /** How many the room counts as ready. */
  ready(): number;
  close(): void;
}

/** What of messages this member looks at. */
interface Message {
  readonly type: string;
  readonly id?: string;
  readonly revision?: number;
  readonly cause?: string;
  readonly member?: string;
  readonly readiness?: string;
  readonly members?: readonly { readonly id: string; readonly readiness: string }[];
}

const HEARTBEAT_EVERY_MS = 5_000;

/** A ticket for the room at `link`, and the pass that comes with it, asked for from the loopback address `from`, as somebody elsewhere would. */
async function ticketFor(
  server: Server,
  link: string,
  name: string,
  from: string,
): Promise<{ readonly ticket: string; readonly pass: string }> {
  const room = new URL(link).pathname.split('/').at(-1) ?? '';
  const asking = request(`${server.url}/api/rooms/${room}/tickets`, {
    method: 'POST',
    localAddress: from,
    headers: { 'Content-Type': 'application/json' },
  }).end(JSON.stringify({ name }));
  const [reply] = (await once(asking, 'response')) as [IncomingMessage];
  const { ticket, pass } = (await json(reply)) as { ticket?: string; pass?: string };
  assert.ok(ticket && pass, `no ticket: ${reply.statusCode}`);
  return { ticket, pass };
}

/** Enters the room at `link` as `name`, with a ticket had from the loopback address `from`. */
export async function enterByHand(
  server: Server,
  link: string,
  name: string,
  from = '127.0.0.1',
): Promise<Member> {
  const { ticket, pass } = await ticketFor(server, link, name, from);
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync?ticket=${ticket}`, {
    protocols: ['matinee.1'],
    headers: { Origin: server.url },
  });
  const answers = new Map<string, (answer: unknown) => void>();
  const causes: string[] = [];
  const readiness = new Map<string, string>();
  let seen = 0;
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.onopen = () => socket.send('{"type":"enter"}');
    socket.onerror = () => reject(new Error('the room cannot be entered'));
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data) as Message;
      seen = Math.max(seen, message.revision ?? 0);
      if (message.cause !== undefined) causes.push(message.cause);
      if (message.type === 'snapshot')
        for (const each of message.members ?? []) readiness.set(each.id, each.readiness);
      if (message.type === 'readinessChanged')
        readiness.set(message.member ?? '', message.readiness ?? '');
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
    pass,
    wish: async (wish) => {
      const id = `hand-${++made}`;
      const answer = await new Promise<unknown>((resolve) => {
        answers.set(id, resolve);
        socket.send(JSON.stringify({ ...wish, id, seen }));
      });
      answers.delete(id);
      assert.equal((answer as { type: string }).type, 'accepted', JSON.stringify({ wish, answer }));
    },
    causes: () => [...causes],
    ready: () => [...readiness.values()].filter((each) => each === 'READY').length,
    close: () => {
      clearInterval(beating);
      socket.close();
    },
  };
}
