import type { Fingerprint } from '@matinee/link/media';
import { fingerprintInWorker } from './inWorker';
import { lengthOf } from './length';

/** A file that was looked at: what it is known by, and how long it lasts, where it tells. */
export type Inspected = {
  readonly file: File;
  readonly fingerprint: Fingerprint;
  readonly lengthMs?: number;
};

/** What is wrong with a file: nothing in it, nothing that plays here, or it cannot be read. */
export type FileFault = 'empty' | 'unplayable' | 'unreadable';

export type Inspection =
  | ({ readonly type: 'done' } & Inspected)
  | { readonly type: 'fault'; readonly fault: FileFault };

/** A salt that nobody has had before: 16 bytes by chance. */
const newSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Looks at a file with the salt that somebody else had, or a new one. */
export const inspect = async (
  file: File,
  salt: string | undefined,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Inspection> => {
  if (file.size === 0) return { type: 'fault', fault: 'empty' };
  const asked = { file, salt: salt ?? newSalt() };
  const fingerprint = await fingerprintInWorker(asked, signal, onProgress);
  if (fingerprint === undefined) return { type: 'fault', fault: 'unreadable' };
  const lengthMs = await lengthOf(file);
  if (lengthMs === undefined) return { type: 'fault', fault: 'unplayable' };
  return { type: 'done', file, fingerprint, ...(lengthMs === 'endless' ? {} : { lengthMs }) };
};
