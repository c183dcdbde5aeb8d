import { createKeeper } from '@matinee/browser/keeper';
import { browserClock } from '@matinee/link/clock';
import { openRoom } from '@matinee/link/openRoom';
import { ownCertificate } from '@matinee/link/peers/certificate';
import { type Introduction, readCode } from '@matinee/link/peers/code';
import { openInvitations } from '@matinee/link/peers/invitations';
import { keeping } from '@matinee/link/peers/keeping';
import { accepting, inviting, memberOf, type Self } from '@matinee/link/peers/peerConnection';
import { circuitWithin, type OpenCircuit, peerTransport } from '@matinee/link/peers/peerTransport';
import type { Room } from '@matinee/link/room';
import { browserTransport } from '@matinee/link/transport';

/** A page with nothing to be seen, whose room a story works: everything is real but the buttons. */

const WAYS = { servers: [], relayOnly: false };

const selfNamed = async (name: string): Promise<Self> => ({
  name,
  certificate: await ownCertificate(Date.now()),
});

const introduced = async (code: string): Promise<Introduction> => {
  const read = await readCode(code);
  if (read.type === 'unreadable') throw new Error(read.why);
  return read.introduction;
};

const enter = (open: OpenCircuit): Room =>
  openRoom({
    syncUrl: '',
    getTicket: async () => ({ type: 'ticket', ticket: 'circuit' }),
    transport: peerTransport(browserTransport, open),
    clock: browserClock,
    chance: Math.random,
  });

/** Keeps a room, in which this page is, too. */
export const keep = async (name: string) => {
  const self = await selfNamed(name);
  const startMs = Date.now();
  const { admit } = keeping({
    keeper: createKeeper(crypto.randomUUID(), startMs),
    startMs,
    startedAtMs: browserClock.nowMs(),
    clock: browserClock,
    after: browserTransport.after,
  });
  const member = await memberOf(self.certificate);
  const room = enter(circuitWithin((circuit) => admit({ member, name }, circuit)));
  return { room, invitations: openInvitations(() => inviting(self, WAYS, admit)) };
};

/** What a code tells of where this page can be reached, if a way to it is to be found by a relay alone. */
export const candidatesByRelay = async (): Promise<readonly string[]> => {
  const ways = { servers: [], relayOnly: true };
  const { code } = await inviting(await selfNamed('Anna'), ways, () => {
    throw new Error('nobody was told of it');
  });
  const { sdp } = await introduced(code);
  return sdp.split('\r\n').filter((line) => line.startsWith('a=candidate:'));
};

/** Comes into a room by the code of its keeper's page. */
export const join = async (name: string, code: string) => {
  const offer = await introduced(code);
  if (offer.type !== 'offer') throw new Error('no offer');
  const { code: answer, open } = await accepting(offer, await selfNamed(name), WAYS, () => {});
  return { room: enter(open), code: answer };
};
