import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WAIT_MS } from './limits.ts';
import { ROOT } from './paths.ts';

/** The real program as its own process, with a data folder of its own. */
export interface Server {
  readonly port: number;
  readonly syncPort: number;
  readonly url: string;
  readonly data: string;
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. Gives the exit code. */
  stop(): Promise<number>;
  /** Starts it again on the same ports and data, unless it runs; the milliseconds until it was ready. */
  start(): Promise<number>;
  /** Everything that it has printed so far. */
  output(): string;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/** What the machine does not let the program do. */
export interface ServerLimits {
  /** It can write no file larger than this: its disk is full there. */
  readonly largestFileMb?: number;
}

/** Starts the program with `options` added to its command line, on a machine with `limits`; on the two `ports` if they are given. */
export async function startServer(
  options: readonly string[] = [],
  limits: ServerLimits = {},
  ports?: readonly number[],
): Promise<Server> {
  const [port, syncPort] = ports ?? (await freePorts(2));
  if (port === undefined || syncPort === undefined) throw new Error('no free port');
  const data = mkdtempSync(join(tmpdir(), 'matinee-e2e-'));
  let process: ChildProcess | undefined;
  let output = '';

  const isRunning = () =>
    process !== undefined && process.exitCode === null && process.signalCode === null;
  const start = async () => {
    const began = performance.now();
    if (isRunning()) return 0;
    const [program, ...words] = within(limits, join(ROOT, 'matinee'));
    const child = spawn(
      program,
      [
        ...words,
        'serve',
        '--bind=127.0.0.1',
        `--port=${port}`,
        `--sync-port=${syncPort}`,
        `--data=${data}`,
        ...options,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: environment() },
    );
    process = child;
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    await ready(`http://127.0.0.1:${port}/health/ready`, child, () => output);
    return performance.now() - began;
  };
  const end = async (signal: NodeJS.Signals) => {
    const child = process;
    if (child === undefined || !isRunning()) return 0;
    child.kill(signal);
    const [code] = await once(child, 'exit');
    return (code as number | null) ?? 0;
  };
  await start();
  return {
    port,
    syncPort,
    url: `http://127.0.0.1:${port}`,
    data,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    start,
    output: () => output,
    close: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The command that runs `program` within limits that no process can set for itself. */
function within({ largestFileMb }: ServerLimits, program: string): [string, ...string[]] {
  return largestFileMb === undefined
    ? [program]
    : ['bash', '-c', `ulimit -f ${largestFileMb * 1024} && exec "$@"`, 'bash', program];
}

/**
 * That of this process, without what is meant for tests: no option of the program, and the page would be built for tests. Nothing is made of
 * films but where a story says so.
 */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, MATINEE_SEED: __, ...rest } = process.env;
  return { ...rest, MATINEE_RENDITIONS: '0' };
}

async function ready(url: string, child: ChildProcess, output: () => string) {
  const giveUpAt = performance.now() + WAIT_MS;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, 20));
  }
  throw new Error(`the server was not ready after ${WAIT_MS} ms:\n${output()}`);
}

/** Ports that nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  return servers.map((server) => {
    const address = server.address();
    server.close();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
}
