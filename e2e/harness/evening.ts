import type { Autoplay, Circumstances, Person } from './browser.ts';
import { seeded } from './chance.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { type House, openHouse } from './house.ts';
import { type DelayProxy, type Network, openProxy } from './proxy.ts';

/** One story: a house, and the people and networks that are in this story alone. */
export interface Evening extends Omit<House, 'emptyBrowser'> {
  /** Somebody in a browser process of their own, with a fresh profile. */
  person(circumstances?: Circumstances, autoplay?: Autoplay): Promise<Person>;
  /** Somebody with another browser; only where one is installed. */
  firefox(): Promise<Firefox>;
  network(network: Network): Promise<DelayProxy>;
}

/** The seed of every chance in a story; printed, so that a run can be repeated with MATINEE_SEED. */
export function seedOfRun(): number {
  const { MATINEE_SEED } = process.env;
  const seed = Number(MATINEE_SEED ?? 20261121);
  console.log(`seed ${seed}`);
  return seed;
}

/** An evening in a house of its own, which ends with it. */
export async function beginEvening(): Promise<Evening> {
  const house = await openHouse();
  const evening = await eveningIn(house);
  return {
    ...evening,
    close: async () => {
      await evening.close();
      await house.close();
    },
  };
}

/** An evening in a house that goes on after it. */
export async function eveningIn(house: House): Promise<Evening> {
  const { emptyBrowser, ...shared } = house;
  const chance = seeded(seedOfRun());
  const people: (Person | Firefox)[] = [];
  const bound: Person[] = [];
  const proxies: DelayProxy[] = [];
  await house.server.start();
  return {
    ...shared,
    person: async (circumstances = {}, autoplay = 'free') => {
      const person = await (await emptyBrowser(autoplay)).person(circumstances);
      people.push(person);
      if (!circumstances.attacked) bound.push(person);
      return person;
    },
    firefox: async () => {
      const firefox = await openFirefox();
      people.push(firefox);
      return firefox;
    },
    network: async (network) => {
      const proxy = await openProxy(house.server.port, network, chance);
      proxies.push(proxy);
      return proxy;
    },
    close: async () => {
      await Promise.all(people.map((person) => person.close()));
      await Promise.all(proxies.map((proxy) => proxy.close()));
      const violations = bound.flatMap(({ complaints }) => complaints.filter(isViolation));
      if (violations.length > 0) throw new Error(`[W-01] ${violations.join('\n')}`);
    },
  };
}

/** Does the browser say that the page has tried what its Content-Security-Policy forbids? */
function isViolation(complaint: string): boolean {
  return complaint.includes('Content Security Policy');
}
