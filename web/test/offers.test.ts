import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageOfFile, newOfferOf } from '../src/subtitles/newOffer';
import { offersIn } from '../src/subtitles/offersIn';
import { type Remote, renewed } from '../src/subtitles/remote';
import { watchOffers } from '../src/subtitles/watchOffers';

const remote = (id: string, text: string, title = id): Remote => ({
  id,
  language: undefined,
  title,
  state: 'there',
  fetch: () => Promise.resolve(new TextEncoder().encode(text)),
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('looking at what is offered', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A page that looks; `answers` come one after the other, then the last again and again. */
  const openPage = (answers: readonly (readonly Remote[] | undefined)[], isAgain = true) => {
    const told: (readonly Remote[])[] = [];
    let asked = 0;
    let isSeen = true;
    const watch = watchOffers({
      list: () => {
        asked += 1;
        return Promise.resolve(answers[Math.min(asked, answers.length) - 1]);
      },
      isSeen: () => isSeen,
      isAgain,
      tell: (found) => told.push(found),
    });
    return {
      ...watch,
      told,
      asked: () => asked,
      setSeen: (next: boolean) => {
        isSeen = next;
      },
    };
  };

  const restMs = 30_000;

  it('goes on each 30 seconds while the page is seen', async () => {
    const [some, more] = [[remote('one', '')], [remote('one', ''), remote('two', '')]];
    const page = openPage([some, more]);

    await page.look();
    expect(page.told).toEqual([some]);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(page.told).toEqual([some, more]);

    page.setSeen(false);
    await vi.advanceTimersByTimeAsync(10 * restMs);
    expect(page.asked()).toBe(2);
    page.setSeen(true);
    await vi.advanceTimersByTimeAsync(restMs);
    expect(page.asked()).toBe(3);
    page.close();
  });

  it('tells nothing when nothing can be had, and goes on', async () => {
    const some = [remote('one', '')];
    const page = openPage([undefined, some]);

    await page.look();
    expect(page.told).toEqual([]);
    await vi.advanceTimersByTimeAsync(restMs);

    expect(page.told).toEqual([some]);
    page.close();
  });

  it('is done once for a giant, and when somebody wants it', async () => {
    const page = openPage([[]], false);

    await page.look();
    await vi.advanceTimersByTimeAsync(10 * restMs);
    expect(page.asked()).toBe(1);

    await page.look();
    expect(page.asked()).toBe(2);
    page.close();
  });

  it('is over when it is closed, also for an answer that is on its way', async () => {
    const page = openPage([[]]);

    const look = page.look();
    page.close();
    await look;
    await vi.advanceTimersByTimeAsync(10 * restMs);

    expect(page.told).toEqual([]);
    expect(page.asked()).toBe(1);
  });

  it('tells the answer to the last of two looks alone', async () => {
    const answers: ((found: readonly Remote[]) => void)[] = [];
    const told: (readonly Remote[])[] = [];
    const { look, close } = watchOffers({
      list: () => new Promise((answer) => answers.push(answer)),
      isSeen: () => true,
      isAgain: false,
      tell: (found) => told.push(found),
    });
    const [before, now] = [[remote('before', '')], [remote('now', '')]];

    const both = [look(), look()];
    answers[1]?.(now);
    answers[0]?.(before);
    await Promise.all(both);

    expect(told).toEqual([now]);
    close();
  });
});

it('what is found again is fetched as before, and told as it is now', () => {
  const before = remote('one', 'before', 'Anna’s');
  const now = remote('one', 'now', 'Maria’s');
  const fresh = remote('two', 'now');

  const found = renewed([before], [now, fresh]);

  expect(found).toEqual([{ ...now, fetch: before.fetch }, fresh]);
});

describe('a file that is offered', () => {
  it.each([
    ['sea.de.srt', 'de'],
    ['The.Sea.2019.pt-BR.forced.ass', 'pt-BR'],
    ['sea.rus.sdh.vtt', 'rus'],
    ['sea.srt', undefined],
    ['The.Sea.srt', undefined],
    ['sea.hd.srt', undefined],
    ['de.srt', undefined],
    ['sea.de-new.srt', undefined],
    ['sea.de', undefined],
  ])('%s is in the language that its name says: %s', (name, language) => {
    expect(languageOfFile(name)).toBe(language);
  });

  it('is in Unicode, and its name holds nothing that nobody sees', () => {
    const russian = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0d, 0x0a]);

    expect(newOfferOf('\u202e sea\u0007.ru.srt', russian)).toEqual({
      name: 'sea.ru.srt',
      language: 'ru',
      text: 'Привет\n',
    });
    expect(newOfferOf('\u200b', bytesOf('a'))).toEqual({ name: 'subtitles', text: 'a' });
    expect(newOfferOf('😀'.repeat(100), bytesOf('a'))?.name).toBe('😀'.repeat(60));
    expect(newOfferOf(`a${'😀'.repeat(100)}`, bytesOf('a'))?.name).toHaveLength(120);
  });

  it('has as many bytes of UTF-8 as the server takes', () => {
    expect(newOfferOf('a', bytesOf('я'.repeat(262_144)))?.text).toHaveLength(262_144);
    expect(newOfferOf('a', bytesOf('я'.repeat(262_145)))).toBeUndefined();
  });
});

describe('offers of a room', () => {
  const film = { type: 'upload', film: 'sea' } as const;

  const offersWith = (loaded: typeof film | undefined) =>
    offersIn('room', {
      loaded: () => loaded,
      self: () => 'anna',
      nameOf: (id, name) => `${name} (${id})`,
    });

  /** A room with this film, on a server that answers as told; what it was asked. */
  const openRoom = (status: number, body: unknown) => {
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', (url: string, { method = 'GET', body: sent }: RequestInit) => {
      asked.push([method, url, ...(typeof sent === 'string' ? [JSON.parse(sent)] : [])]);
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    });
    return { offers: offersWith(film), asked };
  };

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are told with who offers them', async () => {
    const own = { id: 'a', name: 'sea.srt', by: 'anna', byName: 'Anna', removable: true };
    const gone = { id: 'b', name: 'sea.de.srt', language: 'de', by: 'ben', removable: false };
    const { offers } = openRoom(200, { subtitles: [own, gone] });

    expect(await offers.list()).toEqual([
      {
        id: 'offer a',
        language: undefined,
        title: 'sea.srt',
        state: 'there',
        offer: { id: 'a', by: 'Anna (anna)', isOwn: true, isRemovable: true },
        fetch: expect.any(Function),
      },
      {
        id: 'offer b',
        language: 'de',
        title: 'sea.de.srt',
        state: 'there',
        offer: { id: 'b', by: undefined, isOwn: false, isRemovable: false },
        fetch: expect.any(Function),
      },
    ]);
  });

  it('are made for what is loaded', async () => {
    const made = { id: 'a', name: 'sea.srt', by: 'anna', byName: 'Anna', removable: true };
    const { offers, asked } = openRoom(201, made);

    expect(await offers.add({ name: 'sea.srt', text: 'The sea' })).toBeUndefined();

    expect(asked).toEqual([
      ['POST', '/api/rooms/room/subtitles', { ref: film, name: 'sea.srt', text: 'The sea' }],
    ]);
  });

  it('are not asked for while nothing is loaded', async () => {
    const { asked } = openRoom(201, {});
    const offers = offersWith(undefined);

    expect(await offers.add({ name: 'sea.srt', text: 'The sea' })).toBe('otherFilm');
    expect(asked).toEqual([]);
  });

  it.each([
    [409, 'too-many-subtitles', 'tooMany'],
    [403, 'not-in-control', 'notInControl'],
    [409, 'other-film', 'otherFilm'],
    [409, 'nothing-loaded', 'otherFilm'],
    [403, 'not-yours', 'notYours'],
    [413, 'body-too-large', 'tooLarge'],
    [429, 'too-often', 'tooSoon'],
    [503, 'storage', 'failed'],
  ])('that are refused with %i, %s, are so for %s', async (status, kind, why) => {
    const { offers } = openRoom(status, { type: `urn:matinee:problem:${kind}` });

    expect(await offers.add({ name: 'sea.srt', text: 'The sea' })).toBe(why);
    expect(await offers.takeBack('a')).toBe(why);
    expect(await offers.list()).toBeUndefined();
  });

  it('that nobody has any more are taken back', async () => {
    const { offers, asked } = openRoom(404, { type: 'urn:matinee:problem:subtitles-unknown' });

    expect(await offers.takeBack('a')).toBeUndefined();
    expect(asked).toEqual([['DELETE', '/api/rooms/room/subtitles/a']]);
  });

  it('are not reached without a connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const offers = offersWith(film);

    expect(await offers.add({ name: 'sea.srt', text: 'The sea' })).toBe('offline');
    expect(await offers.list()).toBeUndefined();
  });
});
