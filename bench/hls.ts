// `./dev bench hls`: how soon an upload is seen that has to be made into HLS first, and how soon a seek is.
//
// A film of about 2 GB that Chromium does not play is uploaded through the page; the time runs from the answer to its last byte until the first
// picture is there, the name that is given at the door included. Then two people watch a film, by its address and as HLS, and one of them
// presses on the bar again and again, while it plays and while it stands; the time runs from the press until the picture of that place is shown.
// Options: --megabytes=N (2000), --rounds=N (50).
import { statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Person } from '../e2e/harness/browser.ts';
import { seeded } from '../e2e/harness/chance.ts';
import { type Evening, eveningIn, seedOfRun } from '../e2e/harness/evening.ts';
import { largeOldFilm } from '../e2e/harness/film.ts';
import { openHouse } from '../e2e/harness/house.ts';
import { allLoaded, allMove, allStand, giveName, meet, press } from '../e2e/harness/watching.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '50' },
  },
});
const house = await openHouse(['--renditions=1']);
const evening = await eveningIn(house);
try {
  await firstPicture(evening, largeOldFilm(Number(values.megabytes)));
  console.log('| seek to picture | p50 ms | p95 ms | max ms | samples |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [what, filmUrl] of [
    ['a file', house.filmUrl],
    ['HLS', house.hlsUrl],
  ] as const) {
    const [anna, ben] = [await evening.person(), await evening.person({ name: 'Ben' })];
    await meet({ server: house.server, filmUrl }, anna, ben);
    print(`${what}, standing`, await seeks(anna));
    await press(anna, 'Play');
    await allMove(anna, ben);
    print(`${what}, playing`, await seeks(anna));
    await press(anna, 'Pause');
    await allStand(anna, ben);
    await anna.close();
    await ben.close();
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await evening.close();
  await house.close();
}

declare global {
  interface Window {
    matineePicture?: Promise<number>;
  }
}

/** Uploads the film and prints how soon there was a picture. */
async function firstPicture({ person, server }: Evening, path: string): Promise<void> {
  const anna = await person({ name: 'Anna' });
  const { size } = statSync(path);
  await anna.page.goto(server.url);
  const whole = anna.page.waitForResponse(
    (response) => Number(response.headers()['upload-offset']) === size,
    { timeout: 600_000 },
  );
  await anna.page.locator('input[type=file]').first().setInputFiles(path);
  await whole;
  const fromMs = performance.now();
  await giveName(anna, 'Anna');
  await anna.page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
  const seconds = (performance.now() - fromMs) / 1000;
  console.log(`${(size / 1e9).toFixed(2)} GB: first picture after ${seconds.toFixed(1)} s`);
  await anna.close();
}

/** Presses on places of the bar by chance; how long each took until its picture was shown, ms, infinite if none was within five seconds. */
async function seeks(person: Person): Promise<number[]> {
  const chance = seeded(seedOfRun());
  const took: number[] = [];
  let part = 0;
  await allLoaded(person);
  const bar = person.page.getByRole('slider', { name: 'Position in the film' });
  for (let round = 0; round < Number(values.rounds); round++) {
    await bar.hover();
    const box = await bar.boundingBox();
    if (box === null) throw new Error('there is no bar');
    await person.page.evaluate(watchForPicture);
    part = (part + 0.1 + 0.8 * chance()) % 1; // never where the player is already, for then it does not seek
    await person.page.mouse.click(box.x + box.width * (0.05 + 0.85 * part), box.y + box.height / 2);
    took.push(await person.page.evaluate(() => window.matineePicture ?? Promise.reject()));
    await person.page.waitForTimeout(700);
  }
  return took;
}

/** Runs in the page: from now on it is known how many milliseconds the next press is from a picture of where it led. */
function watchForPicture(): void {
  const video = document.querySelector('video');
  if (video === null) throw new Error('there is no player');
  window.matineePicture = new Promise((done) => {
    const begin = ({ timeStamp }: Event) => {
      let isSought = false;
      video.addEventListener('seeking', () => (isSought = true), { once: true });
      const look = (_: number, frame: VideoFrameCallbackMetadata) => {
        if (isSought && Math.abs(frame.mediaTime - video.currentTime) < 0.5)
          done(frame.expectedDisplayTime - timeStamp);
        else video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
      setTimeout(() => done(Number.POSITIVE_INFINITY), 5000);
    };
    addEventListener('pointerdown', begin, { once: true, capture: true });
  });
}

function print(what: string, figures: readonly number[]): void {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0);
  console.log(`| ${what} | ${at(0.5)} | ${at(0.95)} | ${at(1)} | ${sorted.length} |`);
}
