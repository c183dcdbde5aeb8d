import type { Refusal } from '@matinee/link/connectionState';
import type { TicketReply } from '@matinee/link/ticket';
import type { Result } from './request';

/** What the server calls it, where asking again by itself would not help. */
const refusals: Readonly<Record<string, Refusal>> = {
  'password-needed': 'passwordNeeded',
  'password-wrong': 'passwordWrong',
  'too-many-tries': 'passwordTries',
  'sign-in-needed': 'signedOut',
  banned: 'banned',
  'not-invited': 'notInvited',
  'invitation-unknown': 'notInvited',
  'invitation-used-up': 'notInvited',
  'invitation-expired': 'notInvited',
  'invitation-revoked': 'notInvited',
  'room-closed': 'closed',
};

/** What an answer to asking for a ticket means for the connection, which is opened at `syncUrl`. */
export const replyOf = (
  result: Result<{ readonly ticket: string }>,
  syncUrl: string,
): TicketReply => {
  switch (result.type) {
    case 'done':
      return { type: 'ticket', ticket: result.value.ticket, syncUrl };
    case 'offline':
      return { type: 'unreachable' };
    case 'failed':
      break;
  }
  if (result.status === 404) return { type: 'refused', why: 'noSuchRoom' };
  const why = refusals[result.kind];
  if (why !== undefined) return { type: 'refused', why };
  const { status, retryAfterMs } = result;
  if (status === 429 || status >= 500) {
    return { type: 'unreachable', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  return { type: 'refused', why: 'notAllowed' };
};
