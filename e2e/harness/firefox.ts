import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Screen } from './meter.ts';
import { FIREFOX } from './paths.ts';

/** A Firefox process of its own with a fresh profile, driven by WebDriver BiDi (w3c.github.io/webdriver-bidi), and its one page. */
export interface Firefox {
  readonly page: FirefoxPage;
  close(): Promise<void>;
}

export interface FirefoxPage extends Screen {
  /** Returns as soon as the page is there, before it has loaded. */
  goto(url: string): Promise<void>;
  evaluate<R, A = void>(run: (given: A) => R | Promise<R>, given?: A): Promise<R>;
}

const STARTED_WITHIN_MS = 60_000;

const PREFERENCES: Readonly<Record<string, unknown>> = {
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

export async function openFirefox(): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'matinee-firefox-'));
  const preferences = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), preferences.join(''));
  const child = spawn(
    FIREFOX,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const wire = await connect(`${await addressOf(child)}/session`);
  return {
    page: await onlyPage(wire),
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function onlyPage(wire: Wire): Promise<FirefoxPage> {
  await wire.ask('session.new', { capabilities: {} });
  const { contexts } = await wire.ask<{ contexts: readonly { context: string }[] }>(
    'browsingContext.getTree',
    {},
  );
  const context = contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox opened no page');
  return {
    goto: async (url) => {
      await wire.ask('browsingContext.navigate', { context, url, wait: 'none' });
    },
    evaluate: async (run, given) => {
      const { result } = await wire.ask<{ result?: { value?: string } }>('script.callFunction', {
        functionDeclaration: `async () => JSON.stringify(await (${run})(${JSON.stringify(given)}))`,
        awaitPromise: true,
        target: { context },
      });
      return result?.value === undefined ? undefined : JSON.parse(result.value);
    },
    addInitScript: (run) => wire.ask('script.addPreloadScript', { functionDeclaration: `${run}` }),
  };
}

/** The address that a starting Firefox prints. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, failed) => {
    const giveUp = (why: string) => failed(new Error(`Firefox ${why}:\n${said}`));
    const timer = setTimeout(() => giveUp('did not start'), STARTED_WITHIN_MS);
    child.once('error', () =>
      giveUp(
        `cannot be started from ${FIREFOX}; install firefox-esr, or name one in MATINEE_FIREFOX`,
      ),
    );
    child.once('exit', () => giveUp('ended'));
    child.stderr?.on('data', (text) => {
      said += text;
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
  });
}

interface Wire {
  ask<R = unknown>(method: string, params: object): Promise<R>;
}

type Answer<R> =
  | { readonly type: 'success'; readonly id: number; readonly result: R }
  | {
      readonly type: 'error';
      readonly id: number;
      readonly error: string;
      readonly message: string;
    };

/** Questions and answers of WebDriver BiDi; each answer finds its question by the id. */
async function connect(address: string): Promise<Wire> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer<never>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(data);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  await once(socket, 'open');
  let lastId = 0;
  return {
    ask: (method, params) =>
      new Promise((answered, failed) => {
        const id = ++lastId;
        waiting.set(id, (answer) => {
          if (answer.type === 'success') answered(answer.result);
          else failed(new Error(`${method}: ${answer.error}: ${answer.message}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
  };
}
