import type { TicketReply } from '@matinee/link/ticket';
import * as v from 'valibot';
import { keepCompanionPass, passOf } from '../device/entered';
import { requestInRoom, syncUrlOf } from './inRoom';
import { bearer, isPassOver } from './members';
import { json, type Result } from './request';
import { replyOf } from './ticketReply';

const link = v.object({ token: v.string(), expiresInMs: v.number() });
const companion = v.object({ pass: v.string() });
const ticket = v.object({ ticket: v.string() });

/** A token that makes one device a companion of this person, and for how long it is good (CD4). */
export type CompanionLink = Readonly<v.InferOutput<typeof link>>;

/** Asks for a new token. */
export const linkCompanion = (room: string): Promise<Result<CompanionLink>> =>
  requestInRoom(room, '/companions/links', link, {
    method: 'POST',
    headers: bearer(passOf(room)),
  });

/** Makes this device the companion that a token stands for; gives its pass. */
export const becomeCompanion = async (room: string, token: string): Promise<Result<string>> => {
  const result = await requestInRoom(room, '/companions', companion, json('POST', { token }));
  return result.type === 'done' ? { type: 'done', value: result.value.pass } : result;
};

/** Asks for the ticket that opens one connection of a companion. A pass that is no longer good is forgotten. */
export const companionTicketFor =
  (room: string, pass: string) =>
  async (signal: AbortSignal): Promise<TicketReply> => {
    const result = await requestInRoom(room, '/companions/tickets', ticket, {
      method: 'POST',
      headers: bearer(pass),
      signal,
    });
    if (result.type === 'failed' && isPassOver(result.kind)) {
      keepCompanionPass(room, undefined);
    }
    return replyOf(result, syncUrlOf(room));
  };
