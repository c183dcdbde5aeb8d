import type { Fingerprint } from '@matinee/link/media';
import { wallNowMs } from '../device/clock';
import { fileOf, type Handle, keptCopies, permissionOf } from './handles';
import { fingerprintInWorker } from './inWorker';

/** A file that this page plays for what a room wants. In one that is not the same things come `shiftMs` later than in the room's. */
export type Copy = {
  readonly file: File;
  readonly handle?: Handle | undefined;
  readonly isSame: boolean;
  readonly shiftMs: number;
};

const copies = new Map<string, Copy>();

/** The file that was chosen on this page for what is wanted. */
export const chosenCopy = ({ hash }: Fingerprint): Copy | undefined => copies.get(hash);

/** Plays `copy` from now on for what is wanted, after a reload too where the browser can open it again. */
export const putCopy = ({ hash }: Fingerprint, copy: Copy): void => {
  copies.set(hash, copy);
  const { handle, isSame, shiftMs } = copy;
  if (handle) void keptCopies.keep({ key: hash, handle, isSame, shiftMs, atMs: wallNowMs() });
};

/** By how much later things come in the copy that is played. */
export const shiftOf = (wanted: Fingerprint): number => chosenCopy(wanted)?.shiftMs ?? 0;

/** Opens again what was played before the page was loaded, where the browser may and the file is the same still. */
const reopened = async (wanted: Fingerprint): Promise<Copy | undefined> => {
  const kept = await keptCopies.find(wanted.hash);
  if (kept === undefined || (await permissionOf(kept)) !== 'granted') return undefined;
  const { handle, isSame, shiftMs } = kept;
  const file = await fileOf(handle);
  if (file === undefined) return undefined;
  const asked = { file, salt: wanted.salt };
  const found = await fingerprintInWorker(asked, new AbortController().signal, () => {});
  return isSame === (found?.hash === wanted.hash) ? { file, handle, isSame, shiftMs } : undefined;
};

/** The file to play for what is wanted; nothing while the person has to choose one. */
export const copyFor = async (wanted: Fingerprint): Promise<Copy | undefined> => {
  const copy = chosenCopy(wanted) ?? (await reopened(wanted));
  if (copy !== undefined) copies.set(wanted.hash, copy);
  return copy;
};
