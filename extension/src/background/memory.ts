import * as v from 'valibot';

/** Where somebody watches: a room of a server, by which name, and the tab that follows it. */
export type Seat = {
  readonly server: string;
  readonly room: string;
  readonly name: string;
  readonly tab: number;
};

const seat = v.object({
  server: v.string(),
  room: v.string(),
  name: v.string(),
  tab: v.number(),
});
const typed = v.object({ server: v.string(), name: v.string() });

/** What was last typed. */
export type Typed = Readonly<v.InferOutput<typeof typed>>;

const found = async <T>(
  area: chrome.storage.StorageArea,
  key: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | undefined> => {
  const parsed = v.safeParse(schema, (await area.get(key))[key]);
  return parsed.success ? parsed.output : undefined;
};

/** The seat, which outlives a background that the browser ends, and goes with the browser. */
export const keptSeat = (): Promise<Seat | undefined> =>
  found(chrome.storage.session, 'seat', seat);

export const keepSeat = (kept: Seat | undefined): Promise<void> =>
  kept === undefined
    ? chrome.storage.session.remove('seat')
    : chrome.storage.session.set({ seat: kept });

export const keptTyped = async (): Promise<Typed> =>
  (await found(chrome.storage.local, 'typed', typed)) ?? { server: '', name: '' };

export const keepTyped = (kept: Typed): Promise<void> => chrome.storage.local.set({ typed: kept });

const passKey = ({ server, room }: Pick<Seat, 'server' | 'room'>): string =>
  `pass ${server} ${room}`;

/** The pass that gives this browser its place in a room back. */
export const keptPass = (of: Pick<Seat, 'server' | 'room'>): Promise<string | undefined> =>
  found(chrome.storage.local, passKey(of), v.string());

export const keepPass = (of: Pick<Seat, 'server' | 'room'>, pass: string): Promise<void> =>
  chrome.storage.local.set({ [passKey(of)]: pass });

export const forgetPass = (of: Pick<Seat, 'server' | 'room'>): Promise<void> =>
  chrome.storage.local.remove(passKey(of));
