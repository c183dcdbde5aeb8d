import * as v from 'valibot';
import { requestInRoom } from './inRoom';
import { bearer } from './members';
import { areSeveral, roundTripsByRegion } from './regions';
import { json } from './request';

const region = v.object({
  name: v.string(),
  isHere: v.boolean(),
  medianMs: v.optional(v.number()),
  people: v.number(),
});
const regions = v.object({ regions: v.array(region) });
const done = v.object({});

/** A region in which a room may live, whether it does, and how far `people` of those who are here are from it. */
export type RegionOfRoom = Readonly<v.InferOutput<typeof region>>;

const path = '/regions';

/** Tells the room how far this page is from each region, where there are several. */
export const reportRoundTrips = async (room: string, pass: string | undefined): Promise<void> => {
  const measured = await roundTripsByRegion();
  if (measured.length === 0) return;
  const roundTripMs = Object.fromEntries(
    measured.map((each) => [each.region.name, Math.round(each.roundTripMs)]),
  );
  const init = json('POST', { roundTripMs });
  await requestInRoom(room, path, done, {
    ...init,
    headers: { ...init.headers, ...bearer(pass) },
  });
};

/** In which regions the room may live; none where there is one, nothing if they cannot be told now. */
export const regionsOfRoom = async (
  room: string,
  pass: string | undefined,
): Promise<readonly RegionOfRoom[] | undefined> => {
  if (!areSeveral()) return [];
  const result = await requestInRoom(room, path, regions, { headers: bearer(pass) });
  return result.type === 'done' ? result.value.regions : undefined;
};
