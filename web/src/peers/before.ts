import * as v from 'valibot';
import { keepPeersBefore, peersBefore } from '../device/entered';

const before = v.variant('as', [
  v.object({ as: v.literal('keeper') }),
  v.object({ as: v.literal('visitor'), keeper: v.string(), session: v.string() }),
]);

/** What this tab was in a room without a server, before its page was loaded anew: it kept one, or came to somebody by the invitation of a session. */
export type Before = Readonly<v.InferOutput<typeof before>>;

export const whatWasBefore = (): Before | undefined => {
  try {
    const kept = v.safeParse(before, JSON.parse(peersBefore() ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
};

export const keepBefore = (what: Before): void => keepPeersBefore(JSON.stringify(what));
