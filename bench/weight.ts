// `./dev bench weight`: script and style that a room's page loads before the player, as bytes on the wire with gzip.
//
// Opens the page in a real browser and counts what it asked for, so that nothing loaded lazily counts and nothing needed is left out.
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../e2e/harness/browser.ts';
import { startServer } from '../e2e/harness/server.ts';

const server = await startServer();
const answer = await fetch(`${server.url}/api/rooms`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Origin: server.url },
  body: '{}',
});
const { room } = (await answer.json()) as { room: string };
const person = await openBrowser();
const weights: { path: string; gzipped: number }[] = [];
const reading: Promise<void>[] = [];
person.page.on('response', (response) => {
  if (!['script', 'stylesheet'].includes(response.request().resourceType())) return;
  reading.push(
    response.body().then((body) => {
      weights.push({
        path: new URL(response.url()).pathname,
        gzipped: gzipSync(body, { level: 9 }).length,
      });
    }),
  );
});
await person.page.goto(`${server.url}/r/${room}`, { waitUntil: 'networkidle' });
await Promise.all(reading);
await person.close();
await server.close();

console.log('| file | KB gzip |');
console.log('| --- | --- |');
for (const { path, gzipped } of weights) console.log(`| ${path} | ${kilobytes(gzipped)} |`);
const total = weights.reduce((sum, { gzipped }) => sum + gzipped, 0);
console.log(`| all script and style before the player | ${kilobytes(total)} |`);

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
