import type { Fingerprint } from '@matinee/link/media';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const sampleBytes = 65_536;
const samples = 16;

/** Where the samples of a file of so many bytes begin and end (OC4). */
export const samplesOf = (bytes: number): readonly (readonly [from: number, to: number])[] =>
  bytes <= sampleBytes * samples
    ? [[0, bytes]]
    : Array.from({ length: samples }, (_, index) => {
        const from = Math.floor((index * (bytes - sampleBytes)) / (samples - 1));
        return [from, from + sampleBytes] as const;
      });

/**
 * The fingerprint of a file with a salt, of which nothing but the samples is read; tells after each what share of them is done. Rejects if the
 * file cannot be read.
 */
export const fingerprintOf = async (
  file: Blob,
  salt: string,
  onProgress: (share: number) => void,
): Promise<Fingerprint> => {
  const bytes = file.size;
  const hash = sha256.create().update(new TextEncoder().encode(`${salt}${bytes}\n`));
  const places = samplesOf(bytes);
  for (const [index, [from, to]] of places.entries()) {
    hash.update(new Uint8Array(await file.slice(from, to).arrayBuffer()));
    onProgress((index + 1) / places.length);
  }
  return { bytes, salt, hash: bytesToHex(hash.digest()) };
};
