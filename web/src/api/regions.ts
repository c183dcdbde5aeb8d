import * as v from 'valibot';
import { monotonicNowMs } from '../device/clock';
import { request } from './request';

const region = v.object({ name: v.string(), address: v.string() });
const regions = v.object({ here: v.optional(v.string()), regions: v.array(region) });

/** Servers somewhere in the world, and their address. */
export type Region = Readonly<v.InferOutput<typeof region>>;

/** How long the way to a region and back takes. */
export type RegionRoundTrip = { readonly region: Region; readonly roundTripMs: number };

const measurements = 3;
const patienceMs = 2000;

/** The server says so with the page itself, so that nobody asks where there is one region. Pages that came by plain http are not told. */
export const areSeveral = (): boolean => {
  const [visit] = performance.getEntriesByType('navigation');
  return (
    visit instanceof PerformanceNavigationTiming &&
    'serverTiming' in visit &&
    visit.serverTiming.some(({ name }) => name === 'regions')
  );
};

const once = async (region: Region, signal: AbortSignal): Promise<number> => {
  const sentMs = monotonicNowMs();
  const answer = await fetch(`${region.address}/api/here`, { signal, cache: 'no-store' });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${region.name} answers ${answer.status}`);
  return monotonicNowMs() - sentMs;
};

/** The least of three, one after the other: the first makes the connection. A region that does not answer is left out. */
const measure = async (region: Region): Promise<readonly RegionRoundTrip[]> => {
  const signal = AbortSignal.timeout(patienceMs);
  let roundTripMs = Number.POSITIVE_INFINITY;
  try {
    for (let i = 0; i < measurements; i += 1) {
      roundTripMs = Math.min(roundTripMs, await once(region, signal));
    }
  } catch {
    // What was measured before counts.
  }
  return Number.isFinite(roundTripMs) ? [{ region, roundTripMs }] : [];
};

let asked: Promise<readonly Region[]> | undefined;

const ask = async (): Promise<readonly Region[]> => {
  const answer = await request('/api/regions', regions);
  if (answer.type === 'done') return answer.value.regions;
  asked = undefined;
  return [];
};

/** The regions that this page's own server names, asked for once; nothing where there is one, and while they cannot be told. */
export const regionsOfServer = (): Promise<readonly Region[]> => {
  if (!areSeveral()) return Promise.resolve([]);
  asked ??= ask();
  return asked;
};

/** The way to each region that answers, the nearest first; nothing where there is one region. */
const measureAll = async (): Promise<readonly RegionRoundTrip[]> => {
  const known = await regionsOfServer();
  if (known.length === 0) measuring = undefined;
  const measured = await Promise.all(known.map(measure));
  return measured.flat().sort((one, other) => one.roundTripMs - other.roundTripMs);
};

let measuring: Promise<readonly RegionRoundTrip[]> | undefined;

/** Measured once for as long as the page lives; again if the server could not tell which there are. */
export const roundTripsByRegion = (): Promise<readonly RegionRoundTrip[]> => {
  measuring ??= measureAll();
  return measuring;
};

/** The address of the region nearest to this browser; empty for the server that the page is from. */
export const nearestAddress = async (): Promise<string> => {
  const [nearest] = await roundTripsByRegion();
  const address = nearest?.region.address ?? '';
  return address === location.origin ? '' : address;
};
