import { test } from 'vitest';
import { eveningIn } from './evening.ts';
import { openHouse } from './house.ts';
import type { ServerLimits } from './server.ts';

/**
 * A test that tells what people do. It names whom and what it needs, and that is there: an `evening` in a `house` that all stories of a
 * file share, and `anna` and `jonas`, each in a browser process of their own with a fresh profile. `serverOptions` and
 * `serverLimits` are the house's.
 */
export const story = test
  .extend('serverOptions', { scope: 'file' }, async (): Promise<readonly string[]> => [])
  .extend('serverLimits', { scope: 'file' }, async (): Promise<ServerLimits> => ({}))
  .extend('house', { scope: 'file' }, async ({ serverOptions, serverLimits }, { onCleanup }) => {
    const house = await openHouse(serverOptions, serverLimits);
    onCleanup(house.close);
    return house;
  })
  .extend('evening', async ({ house }, { onCleanup }) => {
    const evening = await eveningIn(house);
    onCleanup(evening.close);
    return evening;
  })
  .extend('anna', ({ evening }) => evening.person({ name: 'Anna' }))
  .extend('jonas', ({ evening }) => evening.person({ name: 'Jonas' }));
