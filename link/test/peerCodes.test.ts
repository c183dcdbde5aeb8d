import { describe, expect, it } from 'vitest';
import { codeOf, type Introduction, readCode, sessionOf } from '../src/peers/code';

/** As Chromium writes it for two data channels, with six candidates. */
const SDP = [
  'v=0',
  'o=- 4611731400430051336 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'a=extmap-allow-mixed',
  'a=msid-semantic: WMS',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  ...[52_011, 52_012, 52_013, 52_014, 52_015, 52_016].map(
    (port) =>
      `a=candidate:${port * 7} 1 udp 2113937151 192.168.178.${port % 50} ${port} typ host generation 0 network-cost 999`,
  ),
  'a=ice-ufrag:sXb1',
  'a=ice-pwd:u9vKe2mPq0yJbZ3rT6nWc8Xd',
  'a=ice-options:trickle',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => ((i * 89) % 256).toString(16).padStart(2, '0').toUpperCase()).join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sctp-port:5000',
  'a=max-message-size:262144',
  '',
].join('\r\n');

const OFFER: Introduction = { type: 'offer', name: 'Анна & 🎬', sdp: SDP };

describe('a code', () => {
  it('[PE10] says what was put into it, however its lines were broken on the way', async () => {
    const code = await codeOf(OFFER);

    const broken = ` ${code.replaceAll(/.{60}/g, '$&\r\n  ')}\n`;

    expect(await readCode(broken)).toEqual({ type: 'read', introduction: OFFER });
  });

  it('[PE10] says to which offer it is the answer', async () => {
    const answer: Introduction = {
      type: 'answer',
      name: 'Ben',
      sdp: SDP,
      to: '4611731400430051336',
    };

    expect(sessionOf(OFFER.sdp)).toBe(answer.to);
    expect(await readCode(await codeOf(answer))).toEqual({ type: 'read', introduction: answer });
  });

  it('[PE10] may stand behind the address of a page', async () => {
    const code = await codeOf(OFFER);

    const read = await readCode(`come here: https://matinee.example/peer#${code}`);

    expect(read).toEqual({ type: 'read', introduction: OFFER });
  });

  it('is short enough to be sent and shown, and made of what survives every messenger', async () => {
    const code = await codeOf(OFFER);

    expect(code).toMatch(/^matinee1-[\w-]+$/);
    expect(code.length).toBeLessThan(1_024);
  });

  it('that was damaged anywhere is not read as another one', async () => {
    const code = await codeOf(OFFER);
    const from = 'matinee1-'.length;

    for (let at = from; at < code.length; at += 7) {
      const other = code[at] === 'A' ? 'B' : 'A';
      const read = await readCode(code.slice(0, at) + other + code.slice(at + 1));
      const cut = await readCode(code.slice(0, at));

      expect([read.type, at]).toEqual(['unreadable', at]);
      expect(cut).toEqual({ type: 'unreadable', why: 'damaged' });
    }
  });

  it('is told from what is none, and from one of another version', async () => {
    const texts = ['', 'https://example.org', 'matinee', 'matinee2-abc', 'matinee1-%%%'];

    const read = await Promise.all(texts.map(readCode));

    expect(read.map((each) => each.type === 'unreadable' && each.why)).toEqual([
      'notACode',
      'notACode',
      'notACode',
      'version',
      'damaged',
    ]);
  });

  it('whose author is called nothing that a room would take is refused', async () => {
    for (const name of ['', '  ', 'a'.repeat(41), 'two\nlines', '\ud800']) {
      const code = await codeOf({ ...OFFER, name });

      expect(await readCode(code)).toEqual({ type: 'unreadable', why: 'damaged' });
    }
  });

  it('that would unpack to more than an introduction is refused', async () => {
    const code = await codeOf({ ...OFFER, sdp: 'a'.repeat(100_000) });

    expect(code.length).toBeLessThan(1_024);
    expect(await readCode(code)).toEqual({ type: 'unreadable', why: 'damaged' });
  });
});
