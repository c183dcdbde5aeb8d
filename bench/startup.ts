// `./dev bench startup`: milliseconds from the command to the first answer of /health/ready, once built.
//
// The first start of a fresh data folder (its database is made) and later starts apart. Option: --rounds=N (5).
import { parseArgs } from 'node:util';
import { startServer } from '../e2e/harness/server.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

const fresh: number[] = [];
const again: number[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const began = performance.now();
  const server = await startServer();
  fresh.push(performance.now() - began);
  await server.stop();
  again.push(await server.start());
  await server.close();
}
console.log('| start | min ms | median ms | max ms |');
console.log('| --- | --- | --- | --- |');
print('with a fresh data folder', fresh);
print('with data', again);

function print(what: string, times: number[]) {
  times.sort((a, b) => a - b);
  const figures = [times[0], times[Math.floor(times.length / 2)], times.at(-1)];
  console.log(`| ${what} | ${figures.map((ms) => ms?.toFixed(0)).join(' | ')} |`);
}
