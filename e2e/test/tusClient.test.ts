import { readFileSync } from 'node:fs';
import { type DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { describe, expect } from 'vitest';
import { film, smallFilm } from '../harness/film.ts';
import type { Server } from '../harness/server.ts';
import { story as plainStory } from '../harness/story.ts';
import { digestsOf, filmsOf } from '../harness/uploading.ts';

const story = plainStory.extend('serverOptions', { scope: 'file' }, async () => [
  '--max-film-size=100M',
]);

const CHUNK = 1 << 20;

/** Sends `bytes` as `options` say, until `enough` have been accepted; gives its address, and what ended it. */
function send(
  server: Server,
  bytes: Buffer,
  options: UploadOptions = {},
  enough = Number.POSITIVE_INFINITY,
): Promise<{ readonly url: string; readonly error?: Error | DetailedError }> {
  return new Promise((resolve) => {
    const upload = new Upload(bytes, {
      endpoint: `${server.url}/api/uploads`,
      metadata: { filename: 'film.mp4' },
      chunkSize: CHUNK,
      retryDelays: null,
      ...options,
      onSuccess: () => resolve({ url: upload.url ?? '' }),
      onError: (error) => resolve({ url: upload.url ?? '', error }),
      onChunkComplete: (_, accepted) => {
        if (accepted >= enough) void upload.abort().then(() => resolve({ url: upload.url ?? '' }));
      },
    });
    upload.start();
  });
}

describe('[M-15] a client of tus in Node', () => {
  story('uploads in pieces, and goes on after the server was killed', async ({ evening }) => {
    const { server } = evening;
    const { url } = await send(server, readFileSync(film()), {}, 2 * CHUNK);

    await server.kill();
    await server.start();
    const { error } = await send(server, readFileSync(film()), { uploadUrl: url });

    expect(error).toBeUndefined();
    expect(filmsOf(server)).toEqual(digestsOf(film()));
    const answer = (await (await fetch(url)).json()) as { film: { title: string } };
    expect(answer.film.title).toBe('film');
  });

  story('begins with the first bytes, and ends what it has begun', async ({ evening }) => {
    const { server } = evening;
    const before = filmsOf(server);
    const small = readFileSync(smallFilm());

    const whole = await send(server, small, { uploadDataDuringCreation: true });
    const { url } = await send(server, readFileSync(film()), {}, CHUNK);
    await Upload.terminate(url, { retryDelays: [100, 500, 2000] });

    expect(whole.error).toBeUndefined();
    expect((await fetch(url)).status).toBe(404);
    expect(filmsOf(server)).toEqual([...before, ...digestsOf(smallFilm())].sort());
  });

  story('is refused what is too large before it sends a byte', async ({ evening }) => {
    const { error } = await send(evening.server, Buffer.alloc(100 * 1024 * 1024 + 1));

    expect(error && 'originalResponse' in error && error.originalResponse?.getStatus()).toBe(413);
  });
});
