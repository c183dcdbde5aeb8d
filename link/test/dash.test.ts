import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DashModule } from '../src/players/dash';
import { fakeFetch, fakeVideo } from './fakeVideo';
import { noEngines, opened, settle } from './opening';

describe('a player of DASH', () => {
  const url = 'https://a.example/a.mpd';
  afterEach(() => vi.unstubAllGlobals());

  /** The real names of dash.js over a stream that does what the test says. */
  const fakeDash = async (live?: { readonly startS: number; readonly endS: number }) => {
    // Without these the module cannot be read.
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('document', {});
    vi.stubGlobal('navigator', { userAgent: '' });
    vi.stubGlobal('getComputedStyle', () => ({}));
    const { MediaPlayer } = await import('dashjs');
    const { events, errors } = MediaPlayer;
    const handlers = new Map<string, (event: object) => void>();
    const asked: string[] = [];
    const create = () => ({
      updateSettings: () => {},
      on: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
      initialize: (_: unknown, from: string, autoplay: boolean) =>
        asked.push(`load ${from} ${autoplay}`),
      isDynamic: () => live !== undefined,
      getDvrWindow: () => ({
        start: live?.startS,
        end: live?.endS,
        size: live && live.endS - live.startS,
      }),
      getTargetLiveDelay: () => 8,
      destroy: () => asked.push('destroy'),
    });
    const module = {
      MediaPlayer: Object.assign(() => ({ create }), { events, errors }),
    } as unknown as DashModule;
    const engines = { ...noEngines, dash: async () => module };
    const happens = (name: string, event: object = {}): void => handlers.get(name)?.(event);
    return { engines, asked, happens, events, errors };
  };

  it('loads the stream into the element without playing it, and lets go of it', async () => {
    const { engines, asked } = await fakeDash();
    const { player } = await opened(url, { engines });

    player.close();

    expect(asked).toEqual([`load ${url} false`, 'destroy']);
  });

  it('a film is not ready before its manifest is read, and then has its length', async () => {
    const { engines, happens, events } = await fakeDash();
    const { player } = await opened(url, { engines }, fakeVideo({ duration: 60, readyState: 4 }));
    const before = player.state().ready;

    happens(events.STREAM_INITIALIZED);

    expect([before, player.state().ready]).toEqual([false, true]);
    expect([player.lengthMs(), player.live()]).toEqual([60_000, undefined]);
  });

  it('an error that dash.js plays on with is not told', async () => {
    const { engines, happens, events: names, errors } = await fakeDash();
    const { events } = await opened(url, { engines });

    happens(names.ERROR, { error: { code: errors.TIME_SYNC_FAILED_ERROR_CODE } });
    await settle();

    expect(events).toEqual([]);
  });

  it('a live stream has positions beyond a day, and is entered before its end', async () => {
    const { engines, happens, events } = await fakeDash({ startS: 100, endS: 160 });
    const { player, video } = await opened(url, { engines });

    happens(events.STREAM_INITIALIZED);
    video.element.currentTime = 130;

    expect(player.position().positionMs).toBe(86_400_000 + 130_000);
    expect(player.live()?.edgeMs).toBe(86_400_000 + 152_000);
    expect(player.lengthMs()).toBeUndefined();
  });

  it.each([
    [{ status: 404 }, 'DOWNLOAD_ERROR_ID_MANIFEST_CODE', { type: 'notFound', status: 404 }],
    ['unreadable', 'DOWNLOAD_ERROR_ID_MANIFEST_CODE', { type: 'cors' }],
    [
      { status: 200, contentType: 'text/html' },
      'MANIFEST_LOADER_PARSING_FAILURE_ERROR_CODE',
      { type: 'notMedia', contentType: 'text/html' },
    ],
    [
      { status: 200, contentType: 'application/dash+xml' },
      'MANIFEST_ERROR_ID_PARSE_CODE',
      { type: 'notMedia', contentType: '' },
    ],
    [
      { status: 200, contentType: 'application/dash+xml' },
      'DOWNLOAD_ERROR_ID_CONTENT_CODE',
      { type: 'network' },
    ],
    [
      { status: 200, contentType: 'application/dash+xml' },
      'MANIFEST_ERROR_ID_NOSTREAMS_CODE',
      { type: 'codec' },
    ],
  ] as const)('when the address gives %o, error %s means %o', async (answer, name, problem) => {
    const { engines, happens, events: names, errors } = await fakeDash();
    const { events } = await opened(url, { engines, fetchIt: fakeFetch({ [url]: answer }) });

    happens(names.ERROR, { error: { code: errors[name] } });
    await settle();

    expect(events).toEqual([{ type: 'problem', problem }]);
  });
});
