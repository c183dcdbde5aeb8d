import { describe, expect, it } from 'vitest';
import { codeOf } from '../src/peers/code';
import { openInvitations } from '../src/peers/invitations';
import type { Reached } from '../src/peers/peerConnection';

const sdpOf = (session: number): string => `v=0\r\no=- ${session} 2 IN IP4 127.0.0.1\r\ns=-\r\n`;

const offerOf = (session: number) => codeOf({ type: 'offer', name: 'Anna', sdp: sdpOf(session) });

const answerTo = (session: number) =>
  codeOf({ type: 'answer', name: 'Ben', sdp: sdpOf(1_000 + session), to: `${session}` });

const ben = { member: 'ben', name: 'Ben', close: () => {} };

/** A page whose offers are numbered 1, 2, 3, ...; who answers is reached as `reached` says. */
const page = (reached: Reached = { type: 'connected', other: ben }) => {
  const closed: string[] = [];
  let made = 0;
  const invitations = openInvitations(async () => {
    made += 1;
    const session = `${made}`;
    return {
      code: await offerOf(made),
      session,
      answered: async () => reached,
      close: () => closed.push(session),
    };
  });
  return { invitations, closed };
};

const unanswered = (why: string) => ({ type: 'unanswered', why });

describe('the invitations of a page', () => {
  it('[PE10] are answered in any order, each once', async () => {
    const { invitations } = page();
    await invitations.invite();
    await invitations.invite();

    const answered = [
      await invitations.answer(await answerTo(2)),
      await invitations.answer(await answerTo(1)),
      await invitations.answer(await answerTo(2)),
    ];

    expect(answered).toEqual([
      { type: 'connected', other: ben },
      { type: 'connected', other: ben },
      unanswered('old'),
    ]);
  });

  it('say of every other code what it is', async () => {
    const { invitations } = page();
    const own = await invitations.invite();

    const answered = await Promise.all(
      [own, await offerOf(77), await answerTo(77), 'hello', own.slice(0, -9)].map(
        invitations.answer,
      ),
    );

    expect(answered).toEqual(
      ['ownOffer', 'isOffer', 'notOurs', 'notACode', 'damaged'].map(unanswered),
    );
  });

  it('end where no way leads to who answers, and say so', async () => {
    const { invitations, closed } = page({ type: 'noWay' });
    await invitations.invite();

    const answered = await invitations.answer(await answerTo(1));

    expect(answered).toEqual(unanswered('noWay'));
    expect(closed).toEqual(['1']);
  });

  it('are eight at most: the oldest goes', async () => {
    const { invitations, closed } = page();
    for (let i = 0; i < 9; i += 1) await invitations.invite();

    const answered = await invitations.answer(await answerTo(1));

    expect(closed).toEqual(['1']);
    expect(answered).toEqual(unanswered('old'));
  });
});
