import { openPostOffice } from './postOffice.ts';
import { story } from './story.ts';

/** A story with a server that sends letters, all of which go to the post office of the file. */
export const mailStory = story
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern what a fixture needs.
  .extend('post', { scope: 'file' }, async ({}, { onCleanup }) => {
    const post = await openPostOffice();
    onCleanup(post.close);
    return post;
  })
  .extend('serverOptions', { scope: 'file' }, async ({ post }) => [
    `--mail=smtp://127.0.0.1:${post.port}?starttls=never`,
    '--mail-from=Matinee <matinee@example.org>',
    '--public-url=https://matinee.example.org',
  ]);
