import { describe, expect } from 'vitest';
import { story } from '../harness/story.ts';
import { onlookerOf } from '../harness/untouched.ts';
import { allTogether, enterRoom, eventually, watch } from '../harness/watching.ts';

describe('a browser that plays nothing before it is touched', () => {
  story('offers one clear button, and then the film is in step', async ({ evening, anna }) => {
    const link = await watch(evening, anna);
    const jonas = await evening.person({ name: 'Jonas' }, 'restricted');
    await enterRoom(jonas, link);

    await jonas.page.goto('about:blank');
    await jonas.page.goto(link);
    const onlooker = await onlookerOf(jonas.page);
    await eventually(async () => {
      expect(await onlooker.look(`document.querySelector('.click-to-join')?.innerText`)).toBe(
        'Click to join\nYour browser starts sound only after a click.',
      );
    });
    expect(await onlooker.look('navigator.userActivation.hasBeenActive')).toBe(false);
    expect(await onlooker.look(`document.querySelector('video').paused`)).toBe(true);

    await onlooker.click('.click-to-join');

    await allTogether(anna, jonas);
    await jonas.page.getByRole('button', { name: 'Click to join' }).waitFor({ state: 'detached' });
  });
});
