import { describe } from 'vitest';
import { story } from '../harness/story.ts';
import { allMove, chooseControl, meet, press } from '../harness/watching.ts';

describe('who may do what, and what cannot be done', () => {
  story(
    '[RI1] when the host alone controls, the others cannot',
    async ({ evening, anna, jonas }) => {
      await meet(evening, anna, jonas);

      await chooseControl(anna, 'Host controls');

      await jonas.page.getByText('Host controls').first().waitFor();
      await jonas.page.mouse.move(300, 300);
      await jonas.page.getByRole('button', { name: 'Play', exact: true, disabled: true }).waitFor();
      await press(anna, 'Play');
      await allMove(anna, jonas);
    },
  );

  story('a room that does not exist says so and offers a new one', async ({ evening, anna }) => {
    await anna.page.goto(`${evening.server.url}/r/AAAAAAAAAAAAAAAAAAAAAA`);

    await anna.page.getByText('There is no such room').waitFor();
    await anna.page.getByRole('button', { name: 'Make a new room' }).waitFor();
  });
});
