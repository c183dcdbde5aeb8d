import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../src/copies/difference';
import { differenceText, sizeText } from '../src/copies/differenceText';
import { fingerprintOf, samplesOf } from '../src/copies/fingerprint';
import { copies as en } from '../src/texts/copies/en';

const salt = '8d6f5b1c0e9a4f7b2c3d4e5f60718293';
const largest = 2 ** 49;

const bytesOf = (count: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: count }, (_, at) => (at * 31 + (at >> 8)) & 255);

const made = (bytes: Uint8Array<ArrayBuffer>) => fingerprintOf(new Blob([bytes]), salt, () => {});

describe('the fingerprint of a file', () => {
  it('[OC4] has all of a small one in its hash', async () => {
    const bytes = bytesOf(1_000);

    const hash = createHash('sha256').update(`${salt}1000\n`).update(bytes).digest('hex');

    expect(await made(bytes)).toEqual({ bytes: 1_000, salt, hash });
  });

  it('[OC4] has sixteen samples of a large one, and another hash with another salt', async () => {
    const bytes = bytesOf(3_000_000);
    const hashing = createHash('sha256').update(`${salt}3000000\n`);
    for (let sample = 0; sample < 16; sample += 1) {
      const from = Math.floor((sample * (3_000_000 - 65_536)) / 15);
      hashing.update(bytes.subarray(from, from + 65_536));
    }

    const found = await made(bytes);
    const other = await fingerprintOf(new Blob([bytes]), salt.replace('8', '9'), () => {});

    expect(found.hash).toBe(hashing.digest('hex'));
    expect(other.hash).not.toBe(found.hash);
  });

  it('[OC4] reads no more than a mebibyte, from the first byte to the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: largest }), (bytes) => {
        const samples = samplesOf(bytes);
        const read = samples.reduce((sum, [from, to]) => sum + to - from, 0);
        expect(samples[0]?.[0]).toBe(0);
        expect(samples.at(-1)?.[1]).toBe(bytes);
        expect(read).toBeLessThanOrEqual(1_048_576);
        expect(samples.every(([from, to]) => from >= 0 && from < to && to <= bytes)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('tells how far it is', async () => {
    const told: number[] = [];

    await fingerprintOf(new Blob([bytesOf(2_000_000)]), salt, (share) => told.push(share));

    expect(told).toEqual(Array.from({ length: 16 }, (_, at) => (at + 1) / 16));
  });

  it('of what cannot be read is none', async () => {
    const file = new Blob(['a film']);
    file.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };

    await expect(fingerprintOf(file, salt, () => {})).rejects.toThrow('gone');
  });
});

describe('how copies differ', () => {
  const fingerprint = { bytes: 700_000_000, salt, hash: 'a'.repeat(64) };
  const other = { ...fingerprint, hash: 'b'.repeat(64) };
  const wanted = { fingerprint, lengthMs: 5_400_000 };

  it.each([
    ['the same file, whoever tells its length', wanted, { fingerprint }, 'same'],
    ['longer', wanted, { fingerprint: other, lengthMs: 5_412_000 }, 'Yours is 12 s longer.'],
    ['shorter', wanted, { fingerprint: other, lengthMs: 5_325_000 }, 'Yours is 1:15 shorter.'],
    ['by fractions', wanted, { fingerprint: other, lengthMs: 5_401_500 }, 'Yours is 1.5 s longer.'],
    [
      'of another size',
      wanted,
      { fingerprint: { ...other, bytes: 4 }, lengthMs: 5_400_040 },
      en.differs.otherEncoding,
    ],
    [
      'as large and as long',
      wanted,
      { fingerprint: other, lengthMs: 5_400_000 },
      en.differs.otherContent,
    ],
    ['of a length that nobody knows', wanted, { fingerprint: other }, en.differs.unknown],
    [
      'of a film whose length nobody knows',
      { fingerprint },
      { fingerprint: other, lengthMs: 1 },
      en.differs.unknown,
    ],
  ])('%s', (_, theirs, own, said) => {
    const difference = differenceOf(theirs, own);

    expect(difference.type === 'same' ? 'same' : differenceText(en, 'en', difference)).toBe(said);
  });

  it.each([
    [700_000_000, '700 MB'],
    [1_234_567_890, '1.2 GB'],
    [40_000_000_000, '40 GB'],
    [1_500_000, '1.5 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(sizeText('en', bytes)).toBe(text);
  });
});
