// Weighs what a room's page loads before the player: the entry, the room's chunk and all that they import, as gzip sends it.
// Compares with `roomPageGzipKb` of bench/budgets.json (goal and must) and fails above what must be.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const budgets = JSON.parse(
  readFileSync(new URL('../../bench/budgets.json', import.meta.url), 'utf8'),
);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const starts = ['index.html', 'src/room/RoomPage.tsx'];

const chunks = new Set();
const take = (name) => {
  if (chunks.has(name) || !manifest[name]) return;
  chunks.add(name);
  for (const imported of manifest[name].imports ?? []) take(imported);
};
for (const start of starts) {
  if (!manifest[start]) throw new Error(`the build has no ${start}`);
  take(start);
}

const files = new Set(
  [...chunks].flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]),
);
const kilobytes = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;
const weights = [...files].filter((file) => existsSync(new URL(file, dist))).map(kilobytes);
const total = weights.reduce((sum, weight) => sum + weight, 0);
const { goal, must } = budgets.roomPageGzipKb;
console.log(
  `room page: ${total.toFixed(1)} KB gzip in ${files.size} files (goal ${goal}, must ${must})`,
);
if (total > must) process.exit(1);
