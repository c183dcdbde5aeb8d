import * as v from 'valibot';
import type { UploadFailure } from './item';

const problem = v.object({ type: v.string(), leftBytes: v.optional(v.string()) });

const leftIn = (body: string): number | undefined => {
  try {
    const parsed = v.safeParse(problem, JSON.parse(body));
    return parsed.success && parsed.output.leftBytes !== undefined
      ? Number(parsed.output.leftBytes)
      : undefined;
  } catch {
    return undefined;
  }
};

/** What an answer that is no success means to the person; nothing where trying again later may help. */
export const failureOf = (status: number, body: string): UploadFailure | undefined => {
  if (status === 413) {
    const left = leftIn(body);
    return left === undefined ? { type: 'tooLarge' } : { type: 'quota', leftBytes: left };
  }
  if (status === 415) return { type: body.includes('film-empty') ? 'empty' : 'notMedia' };
  if (status === 507) return { type: 'noSpace' };
  const maySoonBeOver = [0, 408, 409, 423, 429, 460].includes(status) || status >= 500;
  return maySoonBeOver ? undefined : { type: 'other' };
};
