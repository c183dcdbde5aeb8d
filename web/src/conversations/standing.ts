import type { Invited } from '../api/conversations';

/** How an invitation stands: open, over without an answer, or answered. */
export type Standing = 'open' | 'expired' | 'accepted' | 'declined' | 'withdrawn';

/** How it stands at a time, in ms since 1970. */
export const standingOf = (invitation: Invited, nowMs: number): Standing => {
  if (invitation.answer !== 'none') return invitation.answer;
  return nowMs < Date.parse(invitation.endsAt) ? 'open' : 'expired';
};
