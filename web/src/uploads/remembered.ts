import * as v from 'valibot';
import { remember, remembered } from '../device/memory';
import type { Upload } from './item';

const kept = v.array(
  v.object({
    name: v.string(),
    sizeBytes: v.number(),
    modifiedMs: v.number(),
    address: v.string(),
    url: v.string(),
    isDelivered: v.optional(v.boolean()),
    goal: v.variant('type', [
      v.object({ type: v.literal('newRoom') }),
      v.object({ type: v.literal('evening') }),
      v.object({ type: v.literal('library') }),
      v.object({ type: v.literal('invitation'), person: v.string() }),
      v.object({
        type: v.literal('room'),
        room: v.string(),
        how: v.picklist(['load', 'enqueue']),
      }),
    ]),
  }),
);

/** An upload that can be gone on with as soon as the file is there again. */
export type Kept = v.InferOutput<typeof kept>[number];

/** What this browser keeps of uploads; anything that is not such a list counts as none. */
export const parseUploads = (text: string | undefined): readonly Kept[] => {
  try {
    const parsed = v.safeParse(kept, JSON.parse(text ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
};

/** Those uploads that have begun on a server, as they are kept. */
export const keptOf = (uploads: readonly Upload[]): readonly Kept[] =>
  uploads.flatMap(({ name, sizeBytes, modifiedMs, address, url, goal, isDelivered }) =>
    url === undefined
      ? []
      : [
          {
            name,
            sizeBytes,
            modifiedMs,
            address,
            url,
            goal,
            ...(isDelivered === undefined ? {} : { isDelivered }),
          },
        ],
  );

export const rememberedUploads = (): readonly Kept[] => parseUploads(remembered('uploads'));

/** Keeps those that go on in this page beside what others have; `known` are the addresses that this page answers for. */
export const rememberUploads = (uploads: readonly Upload[], known: ReadonlySet<string>): void => {
  const before = remembered('uploads') ?? '[]';
  const others = parseUploads(before).filter(({ url }) => !known.has(url));
  const own = keptOf(uploads).filter(({ url }) => known.has(url));
  const text = JSON.stringify([...others, ...own]);
  if (text !== before) remember('uploads', text);
};
