import { codeOf } from '@matinee/link/peers/code';
import { describe, expect, it } from 'vitest';
import { offerIn } from '../src/peers/offerIn';
import { isStun, nameOfStun, waysBy } from '../src/peers/ways';

const digestOf = (byte: string): string => Array.from({ length: 32 }, () => byte).join(':');

const sdpOf = (byte: string, session: number): string =>
  `v=0\r\no=- ${session} 2 IN IP4 127.0.0.1\r\na=fingerprint:sha-256 ${digestOf(byte)}\r\n`;

const memberOf = (byte: string): string => byte.toLowerCase().repeat(32);

const annas = { type: 'offer', name: 'Anna', sdp: sdpOf('AA', 7) } as const;
const ben = memberOf('BB');

const refused = (why: string) => ({ type: 'refused', why });

describe('what somebody pasted for an invitation', () => {
  it('[PE10] is one, also as a link', async () => {
    const code = await codeOf(annas);

    const read = await offerIn(code, ben, undefined);
    const ofLink = await offerIn(`https://matinee.example/peer#${code}`, ben, '6');

    expect(read).toEqual({ type: 'offer', offer: annas });
    expect(ofLink).toEqual(read);
  });

  it('[PE10] is refused if it is an own one, one that was used, or an answer', async () => {
    const code = await codeOf(annas);
    const answer = await codeOf({ ...annas, type: 'answer', to: '7' });

    const read = [
      await offerIn(code, memberOf('AA'), undefined),
      await offerIn(code, ben, '7'),
      await offerIn(answer, ben, undefined),
      await offerIn('hello', ben, undefined),
    ];

    expect(read).toEqual(['ownOffer', 'used', 'isAnswer', 'notACode'].map(refused));
  });
});

it('a STUN server is named by its address, or there is none', () => {
  const addresses = [
    '',
    'stun:stun.example.org',
    'stuns:[2001:db8::1]:5349',
    'turn:a',
    'stun:',
    'x',
  ];

  expect(addresses.map(isStun)).toEqual([true, true, true, false, false, false]);
  expect(nameOfStun('stun:stun.example.org:3478')).toBe('stun.example.org');
  expect(waysBy('')).toEqual({ servers: [], relayOnly: false });
});
