import { test } from 'vitest';
import { eveningIn } from './evening.ts';
import { openHouse } from './house.ts';

/**
 * A test that tells what people do. It names whom and what it needs, and that is there: an `evening` in a `house` that all stories of a
 * file share, and `anna` and `jonas`, each in a browser process of their own with a fresh profile. `serverOptions` are the house's.
 */
export const story = test
  .extend('serverOptions', { scope: 'file' }, async (): Promise<readonly string[]> => [])
  .extend('house', { scope: 'file' }, async ({ serverOptions }, { onCleanup }) => {
    const house = await openHouse(...serverOptions);
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
