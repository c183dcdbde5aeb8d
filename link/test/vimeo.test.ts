import { describe, expect, it } from 'vitest';
import { vimeo } from '../src/players/site/vimeo';
import { fakeSite, STANDING } from './fakeSite';

const call = (method: string, value?: unknown): string => JSON.stringify({ method, value });

/** A player of Vimeo that has answered what it was asked at first, of a film of a minute, and was never started. */
const opened = () => {
  const site = fakeSite(vimeo('76979871'));
  const says = (event: string, data?: unknown): void => site.hears({ event, data });
  const answers = (method: string, value: unknown): void => site.hears({ method, value });
  /** It tells of this, at this place. */
  const shows = (event: string, seconds: number): void =>
    says(event, { seconds, duration: 60, percent: seconds / 60 });
  says('ready');
  answers('getMuted', false);
  answers('getVolume', 1);
  answers('getPlaybackRate', 1);
  answers('getDuration', 60);
  site.said();
  site.told();
  return { ...site, says, answers, shows };
};

/** The same, playing at ten seconds by this program's doing. */
const playing = () => {
  const site = opened();
  site.player.seek(10_000);
  void site.player.play();
  site.shows('seeked', 10);
  site.shows('playing', 10);
  site.said();
  site.told();
  return site;
};

/** The same, to be faster than it is allowed to. */
const keptSlow = async () => {
  const site = playing();
  const asksInVain = async (): Promise<readonly string[]> => {
    site.told();
    site.player.setRate(1.5, false);
    site.says('error', { method: 'setPlaybackRate', name: 'Error', message: 'not enabled' });
    await site.time.pass(500);
    return site.told();
  };
  return { ...site, asksInVain, first: await asksInVain() };
};

describe('the frame of Vimeo', () => {
  it.each([
    ['76979871', 'https://player.vimeo.com/video/76979871?'],
    ['76979871/8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&'],
  ])('of %s is at %s', (id, start) => {
    const { frame } = fakeSite(vimeo(id));

    expect(frame.src).toBe(`${start}dnt=1&playsinline=1&autopause=0&speed=1&fullscreen=0`);
  });

  it.each([
    '',
    'no JSON',
    '{}',
    'null',
    null,
    undefined,
    7,
    [],
    { event: 7 },
    { event: 'toString' },
    { event: 'timeupdate' },
    { event: 'timeupdate', data: { seconds: '7', duration: null, volume: {}, playbackRate: '2' } },
    { event: 'error' },
    { event: 'error', data: { name: 'RangeError', method: 'setCurrentTime' } },
    { method: 'getVolume', value: 'loud' },
    { method: 'getPlaybackRate', value: {} },
    `{"event":"playing"}${' '.repeat(300_000)}`,
  ])('whatever it says (no. %#) harms nothing', (data) => {
    const { hears, told, player } = opened();

    hears(data);

    expect(told()).toEqual([]);
    expect(player.state()).toEqual(STANDING);
  });
});

describe('a player of Vimeo', () => {
  it.each([
    ['an event', { event: 'ready' }],
    ['the answer to a greeting', { method: 'ping' }],
    ['a text', '{"event":"ready"}'],
  ])('that says by %s that it is there is asked for everything, once', (_, answer) => {
    const site = fakeSite(vimeo('76979871'));

    site.hears(answer);
    site.hears(answer);

    const said = site.said();
    expect(said.filter((each) => each === call('addEventListener', 'playing'))).toHaveLength(1);
    expect(said.at(-1)).toBe(call('getDuration'));
    expect(site.player.state().ready).toBe(false);
  });

  it('that says so before its frame counts as loaded is asked all the same', () => {
    const site = fakeSite(vimeo('76979871'), false);

    site.hears({ event: 'ready' });

    expect(site.said().at(-1)).toBe(call('getDuration'));
  });

  it('is greeted until it has answered; that it never does is a problem', async () => {
    const site = fakeSite(vimeo('76979871'));

    await site.time.pass(19_000);
    expect(new Set(site.said())).toEqual(new Set([call('ping')]));
    await site.time.pass(2_000);

    expect(site.problems()).toEqual([{ type: 'problem', problem: { type: 'siteSilent' } }]);
  });

  it('has the length of its film, and what is loaded of it, before its first start', () => {
    const { player, shows } = opened();

    shows('progress', 30);

    expect(player.lengthMs()).toBe(60_000);
    expect(player.buffered()).toEqual([{ fromMs: 0, toMs: 30_000 }]);
    expect(player.state().ready).toBe(true);
  });

  it('is put in its place with its first start, for it would start there', async () => {
    const { player, said, shows, told } = opened();

    player.seek(12_000);
    expect(said()).toEqual([]);
    const outcome = player.play();
    shows('seeked', 12);
    shows('playing', 12);

    expect(said()).toEqual([call('setCurrentTime', 12), call('play')]);
    expect(await outcome).toBe('playing');
    expect(told()).toEqual(['seeking', 'seeked', 'play', 'playing', 'seeked']);
  });

  it('is believed to go on between what it tells, and to stand while it loads', async () => {
    const { player, time, shows, says, told } = playing();

    await time.pass(400);
    expect(player.position().positionMs).toBe(10_400);
    shows('timeupdate', 10.38);
    says('bufferstart');
    await time.pass(400);
    expect(player.position().positionMs).toBe(10_380);
    expect(player.state().ready).toBe(false);
    says('bufferend');

    expect(player.state().ready).toBe(true);
    expect(told()).toEqual(['waiting', 'playing']);
  });

  it('that loads before it was started, or while it stands, is ready all the same', async () => {
    const site = opened();
    const readiness = (): boolean => site.player.state().ready;

    site.says('bufferstart');
    const before = readiness();
    site.says('bufferend');
    site.shows('playing', 0);
    site.shows('pause', 1);
    await site.time.pass(1_000);
    site.shows('seeking', 30);

    expect([before, readiness()]).toEqual([true, true]);
  });

  it('that the browser does not let start wants a click', async () => {
    const { player, says, told } = opened();

    const outcome = player.play();
    says('error', { method: 'play', name: 'NotAllowedError', message: 'no gesture' });

    expect(await outcome).toBe('needsGesture');
    expect(player.state()).toMatchObject({ paused: true, ready: true });
    expect(told()).toEqual(['play']);
  });

  it.each([
    ['ready', 'NotFoundError', 'siteGone'],
    ['ready', 'PrivacyError', 'siteForbids'],
    ['play', 'PrivacyError', 'siteForbids'],
    ['play', 'PasswordError', 'siteForbids'],
    ['ready', 'TypeError', 'siteBroken'],
  ])('that fails at %s with %s is %s', (method, name, type) => {
    const { says, problems } = opened();

    says('error', { method, name, message: 'Sorry' });

    expect(problems()).toEqual([{ type: 'problem', problem: { type } }]);
  });

  it('is as loud as the element, and the element as who changes it there', () => {
    const { video, said, says } = opened();

    Object.assign(video.element, { volume: 0.4, muted: true });
    video.raise('volumechange');
    says('volumechange', { volume: 0.4, muted: true });
    expect(said()).toEqual([call('setVolume', 0.4), call('setMuted', true)]);
    says('volumechange', { volume: 0.7, muted: false });

    expect(video.element).toMatchObject({ volume: 0.7, muted: false });
  });
});

describe('whose doing it is at the player of Vimeo', () => {
  it('[EM3] what this program does is told once', () => {
    const { player, shows, told, said } = playing();

    player.pause();
    shows('pause', 10.1);
    player.seek(30_000);
    shows('seeking', 30);
    shows('timeupdate', 30);
    shows('seeked', 30);
    void player.play();
    shows('playing', 30);

    expect(told()).toEqual(['pause', 'seeking', 'seeked', 'play', 'playing']);
    expect(said()).toEqual([call('pause'), call('setCurrentTime', 30), call('play')]);
  });

  it('[EM3] what it told before it heard of a seek is no jump', () => {
    const { player, shows, told } = playing();

    player.seek(11_200);
    shows('timeupdate', 10.1);
    expect(player.position().positionMs).toBe(11_200);
    shows('seeking', 11.2);
    shows('seeked', 11.2);

    expect(told()).toEqual(['seeking', 'waiting', 'playing', 'seeked']);
  });

  it('[EM3] a pause that lasts is a person’s, and so are a play and a jump', async () => {
    const { shows, told, time } = playing();

    shows('pause', 10);
    await time.pass(1_000);
    expect(told()).toEqual(['pause']);
    shows('playing', 10);
    expect(told()).toEqual(['play', 'playing']);
    shows('seeking', 45);
    shows('seeked', 45);

    expect(told()).toEqual(['waiting', 'seeking', 'seeked', 'playing']);
  });

  it('[EM3] that it stood before it said so is nobody’s going back', async () => {
    const { shows, says, told, time } = playing();

    await time.pass(900);
    says('bufferstart');
    shows('timeupdate', 10.1);
    says('bufferend');

    expect(told()).toEqual(['waiting', 'playing']);
  });

  it('[EM3] who goes back from the end is not at the end any more', () => {
    const { player, shows } = playing();

    shows('pause', 60);
    shows('ended', 60);
    const atEnd = player.state().ended;
    shows('seeked', 5);

    expect([atEnd, player.state().ended]).toEqual([true, false]);
    expect(player.position().positionMs).toBe(5_000);
  });

  it('[EM3] another speed that nobody asked for here is a person’s', () => {
    const { player, says, told } = playing();

    player.setRate(1.5, false);
    says('playbackratechange', { playbackRate: 1.5 });
    expect(told()).toEqual(['rateChanged']);
    says('playbackratechange', { playbackRate: 2 });

    expect(told()).toEqual(['rateChanged']);
    expect(player.state().rate).toBe(2);
  });

  it('[EM3] that it does not change its speed is told as its speed, so that the room has it too', async () => {
    const { player, first, said } = await keptSlow();

    expect(first).toEqual(['rateChanged', 'rateChanged']);
    expect(player.state().rate).toBe(1);
    expect(said()).toEqual([call('setPlaybackRate', 1.5)]);
  });

  it('is not quarrelled with about its speed where the room does not take that wish', async () => {
    const { player, asksInVain, time } = await keptSlow();

    const soon = await asksInVain();
    player.setRate(1, false);
    await time.pass(6_000);
    const later = await asksInVain();

    expect([soon, later]).toEqual([['rateChanged'], ['rateChanged', 'rateChanged']]);
  });
});
