import { describe, expect, it } from 'vitest';
import { diagnose, type Source } from '../src/diagnose';
import { kindOf } from '../src/players/choose';
import type { HlsModule } from '../src/players/hls';
import { fakeFetch, fakeVideo } from './fakeVideo';
import { CHROMIUM, noEngines, opened, plain, settle } from './opening';

const FIREFOX = { userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/153.0', vendor: '' };
const SAFARI = {
  userAgent: 'Mozilla/5.0 Version/26.0 Safari/605.1.15',
  vendor: 'Apple Computer, Inc.',
};

describe('what kind of media it is', () => {
  it.each([
    ['https://a.example/film.mp4?x=.m3u8', '', 'file'],
    ['https://a.example/film.WEBM', '', 'file'],
    ['https://a.example/live/index.m3u8?token=1', '', 'hls'],
    ['https://a.example/watch', 'application/vnd.apple.mpegurl', 'hls'],
    ['https://a.example/watch', 'audio/x-mpegurl', 'hls'],
    ['https://a.example/film/manifest.mpd?token=1', '', 'dash'],
    ['https://a.example/watch', 'application/dash+xml', 'dash'],
    ['https://a.example/watch', 'video/mp4', 'file'],
    ['https://a.example/watch', '', undefined],
  ])('%s with content type "%s" is %s', (url, contentType, expected) => {
    expect(kindOf(url, contentType)).toBe(expected);
  });

  it('an address that says nothing is asked', async () => {
    const url = 'https://a.example/watch';
    const fetchIt = fakeFetch({ [url]: { status: 200, contentType: 'application/x-mpegURL' } });

    const choice = opened(url, { fetchIt });

    await expect(choice).rejects.toThrow('hls.js was asked for');
  });

  it('Safari plays HLS by itself, Chromium that says it could does not', async () => {
    const url = 'https://a.example/a.m3u8';
    const able = () => fakeVideo({ canPlayType: () => 'maybe' });

    const safari = await opened(url, { engine: SAFARI }, able());
    const chromium = opened(url, { engine: CHROMIUM }, able());

    expect(safari.video.asked).toEqual([`load ${url}`]);
    await expect(chromium).rejects.toThrow('hls.js was asked for');
  });
});

describe('why a media cannot be played', () => {
  const url = 'https://a.example/film';
  it.each([
    [{ status: 404 }, { type: 'notFound', status: 404 }],
    [{ status: 500 }, { type: 'notFound', status: 500 }],
    [{ status: 403 }, { type: 'forbidden', status: 403 }],
    [{ status: 401 }, { type: 'forbidden', status: 401 }],
    ['unreadable', { type: 'cors' }],
    ['unreachable', { type: 'network' }],
    [{ status: 206, contentType: 'video/x-matroska' }, { type: 'codec' }],
    [
      { status: 200, contentType: 'text/html; charset=utf-8' },
      { type: 'notMedia', contentType: 'text/html' },
    ],
  ] as const)('an answer of %o means %o', async (answer, problem) => {
    const found = await diagnose(plain(url), fakeFetch({ [url]: answer }));

    expect(found).toEqual(problem);
  });

  it('a refused signed address has expired', async () => {
    const found = await diagnose({ url, isSigned: true }, fakeFetch({ [url]: { status: 403 } }));

    expect(found).toEqual({ type: 'expired' });
  });
});

describe('a player of an element', () => {
  const url = 'https://a.example/film.mp4';

  it('shows the element in milliseconds', async () => {
    const { player, video } = await opened(url);
    Object.assign(video.element, { currentTime: 1.5, duration: 60, readyState: 4 });

    expect(player.position()).toEqual({ positionMs: 1_500, atMs: 1_000 });
    expect(player.lengthMs()).toBe(60_000);
    expect(player.buffered()).toEqual([
      { fromMs: 0, toMs: 10_000 },
      { fromMs: 20_000, toMs: 30_000 },
    ]);
    expect(player.state()).toEqual({
      paused: true,
      seeking: false,
      ready: true,
      ended: false,
      rate: 1,
    });
  });

  it('a live stream has no length', async () => {
    const { player, video } = await opened(url);
    Object.assign(video.element, { duration: Number.POSITIVE_INFINITY });

    expect(player.lengthMs()).toBeUndefined();
  });

  it('sets the pitch under every name that the element has', async () => {
    const video = fakeVideo({ mozPreservesPitch: true });
    const { player } = await opened(url, {}, video);

    player.setRate(1.004, false);

    expect(video.element).toMatchObject({
      playbackRate: 1.004,
      preservesPitch: false,
      mozPreservesPitch: false,
    });
    expect(video.element).not.toHaveProperty('webkitPreservesPitch');
  });

  it.each([
    ['NotAllowedError', 'needsGesture'],
    ['AbortError', 'interrupted'],
  ])('a start that ends with %s is %s', async (name, outcome) => {
    const { player, video } = await opened(url);
    video.playing = () => Promise.reject(new DOMException('', name));

    expect(await player.play()).toBe(outcome);
  });

  it('tells events until it is closed', async () => {
    const { player, events, video } = await opened(url);

    video.raise('loadedmetadata');
    video.raise('ratechange');
    player.close();
    video.raise('pause');

    expect(events).toEqual([{ type: 'loaded' }, { type: 'rateChanged' }]);
    expect(video.asked).toEqual([`load ${url}`, 'pause', 'remove src', 'load ']);
  });

  it('an error comes with its cause', async () => {
    const { events, video } = await opened(url, { fetchIt: fakeFetch({ [url]: { status: 404 } }) });

    video.fail(4);
    await settle();

    expect(events).toEqual([{ type: 'problem', problem: { type: 'notFound', status: 404 } }]);
  });

  it('a connection that breaks off in the middle is the network, not the codec', async () => {
    const fetchIt = fakeFetch({ [url]: { status: 206, contentType: 'video/mp4' } });
    const { events, video } = await opened(url, { fetchIt });

    video.fail(2);
    await settle();

    expect(events).toEqual([{ type: 'problem', problem: { type: 'network' } }]);
  });

  it('a signed address that ran out is replaced, and playback stays where it was', async () => {
    let asked = 0;
    const address = async (): Promise<Source> => {
      asked += 1;
      return { url: `${url}?sig=${asked}`, isSigned: true };
    };
    const fetchIt = fakeFetch({ [`${url}?sig=1`]: { status: 403 } });
    const { events, video } = await opened(url, { address, fetchIt });
    video.element.currentTime = 42;

    video.fail(2);
    await settle();

    expect(video.asked).toEqual([`load ${url}?sig=1`, `load ${url}?sig=2`]);
    expect(video.element.currentTime).toBe(42);
    expect(events).toEqual([]);
  });

  it('one that runs out again at once is reported', async () => {
    const address = async (): Promise<Source> => ({ url, isSigned: true });
    const { events, video } = await opened(url, {
      address,
      fetchIt: fakeFetch({ [url]: { status: 403 } }),
    });

    video.fail(4);
    await settle();
    video.fail(4);
    await settle();

    expect(events).toEqual([{ type: 'problem', problem: { type: 'expired' } }]);
  });

  it.each([
    [
      'Chromium',
      CHROMIUM,
      { rate: 'fine', pitch: true, steadySeeks: true, leastSeekMs: 0, frames: false },
    ],
    [
      'Firefox',
      FIREFOX,
      { rate: 'fine', pitch: true, steadySeeks: false, leastSeekMs: 0, frames: false },
    ],
    [
      'Safari',
      SAFARI,
      { rate: 'coarse', pitch: true, steadySeeks: false, leastSeekMs: 0, frames: false },
    ],
  ] as const)('knows what %s can do', async (_, engine, capabilities) => {
    const { player } = await opened(url, { engine });

    expect(player.capabilities).toEqual(capabilities);
  });
});

describe('a player of HLS', () => {
  const url = 'https://a.example/a.m3u8';

  /** The real names of hls.js over a stream that does what the test says. */
  const fakeHls = async () => {
    const real = await import('hls.js');
    const handlers = new Map<string, (name: string, data: object) => void>();
    const asked: string[] = [];
    const make = function fake() {
      return {
        on: (name: string, handler: (name: string, data: object) => void) =>
          handlers.set(name, handler),
        loadSource: (from: string) => asked.push(`load ${from}`),
        attachMedia: () => asked.push('attach'),
        recoverMediaError: () => asked.push('recover'),
        destroy: () => asked.push('destroy'),
      };
    };
    const { Events, ErrorTypes } = real.default;
    const module = { default: Object.assign(make, { Events, ErrorTypes }) } as unknown as HlsModule;
    const happens = (name: string, data: object): void => handlers.get(name)?.(name, data);
    const engines = { ...noEngines, hls: async () => module };
    return { engines, asked, happens, Events, ErrorTypes };
  };

  it('loads the stream into the element, and lets go of it', async () => {
    const { engines, asked } = await fakeHls();
    const { player } = await opened(url, { engines });

    player.close();

    expect(asked).toEqual([`load ${url}`, 'attach', 'destroy']);
  });

  it('a live stream has no length', async () => {
    const { engines, happens, Events } = await fakeHls();
    const { player } = await opened(url, { engines }, fakeVideo({ duration: 60 }));
    const recorded = player.lengthMs();

    happens(Events.LEVEL_LOADED, { details: { live: true, fragments: [] } });

    expect(recorded).toBe(60_000);
    expect(player.lengthMs()).toBeUndefined();
  });

  it('mends a broken decoder twice, then says that it cannot play this', async () => {
    const { engines, asked, happens, Events, ErrorTypes } = await fakeHls();
    const { events } = await opened(url, { engines });

    for (let times = 0; times < 3; times += 1) {
      happens(Events.ERROR, {
        fatal: true,
        type: ErrorTypes.MEDIA_ERROR,
        details: 'bufferAppendError',
      });
    }
    await settle();

    expect(asked.filter((each) => each === 'recover').length).toBe(2);
    expect(events).toEqual([{ type: 'problem', problem: { type: 'codec' } }]);
  });

  it.each([
    [
      { status: 200 },
      { details: 'manifestLoadError', response: { code: 404 } },
      { type: 'notFound', status: 404 },
    ],
    ['unreadable', { details: 'manifestLoadError', response: { code: 0 } }, { type: 'cors' }],
    ['unreachable', { details: 'manifestLoadError' }, { type: 'network' }],
    [
      { status: 200, contentType: 'text/html' },
      { details: 'manifestParsingError' },
      { type: 'notMedia', contentType: 'text/html' },
    ],
    [
      { status: 200, contentType: 'application/x-mpegurl' },
      { details: 'fragLoadTimeOut' },
      { type: 'network' },
    ],
  ] as const)('when the address gives %o, an error %o means %o', async (answer, error, problem) => {
    const { engines, happens, Events, ErrorTypes } = await fakeHls();
    const { events } = await opened(url, { engines, fetchIt: fakeFetch({ [url]: answer }) });

    happens(Events.ERROR, { fatal: true, type: ErrorTypes.NETWORK_ERROR, ...error });
    await settle();

    expect(events).toEqual([{ type: 'problem', problem }]);
  });

  it('an error that hls.js deals with by itself is not told', async () => {
    const { engines, happens, Events, ErrorTypes } = await fakeHls();
    const { events } = await opened(url, { engines });

    happens(Events.ERROR, {
      fatal: false,
      type: ErrorTypes.NETWORK_ERROR,
      details: 'fragLoadError',
    });
    await settle();

    expect(events).toEqual([]);
  });
});
