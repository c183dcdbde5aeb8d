import type { MediaRef } from '@matinee/link/media';
import type { TicketReply } from '@matinee/link/ticket';
import { json, type Result, request } from '@matinee/web/api/request';
import { replyOf } from '@matinee/web/api/ticketReply';
import * as v from 'valibot';
import { forgetPass, keepPass, keptPass, type Seat } from './memory';

const created = v.object({ room: v.string() });
const ticket = v.object({ ticket: v.string(), pass: v.string() });

/** Opens a room with a film at a server; gives its id. */
export const createRoom = async (
  server: string,
  media: { readonly ref: MediaRef; readonly title: string },
): Promise<Result<string>> => {
  const result = await request(`${server}/api/rooms`, created, json('POST', { media }));
  return result.type === 'done' ? { type: 'done', value: result.value.room } : result;
};

/** Where connections to rooms of a server are opened. */
export const syncUrlOf = (server: string): string => {
  const url = new URL('/sync', server);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

/** Asks for the ticket that opens one connection (EN1). A pass that the room no longer knows is forgotten, and the person enters anew. */
export const ticketFor =
  (seat: Seat) =>
  async (signal: AbortSignal): Promise<TicketReply> => {
    const ask = async () => {
      const pass = await keptPass(seat);
      return request(`${seat.server}/api/rooms/${seat.room}/tickets`, ticket, {
        ...json('POST', { name: seat.name, ...(pass === undefined ? {} : { pass }) }),
        signal,
      });
    };
    const first = await ask();
    const isPassOld = first.type === 'failed' && first.kind === 'pass-refused';
    if (isPassOld) await forgetPass(seat);
    const result = isPassOld ? await ask() : first;
    if (result.type === 'done') await keepPass(seat, result.value.pass);
    return replyOf(result, syncUrlOf(seat.server));
  };
