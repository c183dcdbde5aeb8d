import { describe, expect, it } from 'vitest';
import { youtube } from '../src/players/site/youtube';
import { fakeSite, STANDING } from './fakeSite';

const ORIGIN = 'https://matinee.example';

const command = (func: string, ...args: readonly unknown[]): string =>
  JSON.stringify({ event: 'command', func, args, id: 1, channel: 'widget' });

/** A player of YouTube that has its film, of a minute, and was never started. */
const opened = () => {
  const site = fakeSite(youtube('dQw4w9WgXcQ', ORIGIN));
  const says = (event: string, info: unknown): void => site.hears(JSON.stringify({ event, info }));
  /** Its player is at this place now, and does that. */
  const shows = (currentTime: number, playerState?: number): void =>
    says('infoDelivery', {
      currentTime,
      currentTimeLastUpdated_: site.wallS(),
      ...(playerState === undefined ? {} : { playerState }),
    });
  says('initialDelivery', {
    playerState: 5,
    duration: 60,
    playbackRate: 1,
    volume: 100,
    muted: false,
    videoLoadedFraction: 0.5,
  });
  site.said();
  site.told();
  return { ...site, says, shows };
};

/** The same, playing at ten seconds by this program's doing. */
const playing = () => {
  const site = opened();
  site.player.seek(10_000);
  void site.player.play();
  site.shows(10, 1);
  site.said();
  site.told();
  return site;
};

describe('the frame of a site', () => {
  it('may not lead the page elsewhere, and learns of it the origin alone', () => {
    const { frame } = opened();

    expect(frame.src).toBe(
      `https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?enablejsapi=1&origin=${encodeURIComponent(ORIGIN)}&playsinline=1&rel=0&fs=0`,
    );
    expect(frame.attributes['sandbox']).not.toContain('top-navigation');
    expect(frame.referrerPolicy).toBe('strict-origin');
  });

  it('is the only one that is listened to, and only while it shows the site', () => {
    const { hears, told } = opened();
    const playing = JSON.stringify({ event: 'onStateChange', info: 1 });

    hears(playing, { origin: 'https://evil.example' });
    hears(playing, { source: {} });
    hears(playing, { source: null });

    expect(told()).toEqual([]);
  });

  it.each([
    '',
    'no JSON',
    '{}',
    'null',
    '[]',
    '{"event":"infoDelivery"}',
    '{"event":"infoDelivery","info":{"currentTime":"7","playerState":"1","volume":{},"duration":null}}',
    '{"event":"onStateChange","info":99}',
    { event: 'onReady' },
    `{"event":"onStateChange","info":1}${' '.repeat(300_000)}`,
  ])('whatever it says (no. %#) harms nothing', (data) => {
    const { hears, told, player } = opened();

    hears(data);

    expect(told()).toEqual([]);
    expect(player.state()).toEqual(STANDING);
  });

  it('goes with the player', () => {
    const { player, frame, says, told } = opened();

    player.close();
    says('onStateChange', 1);

    expect(frame.isThere).toBe(false);
    expect(told()).toEqual([]);
  });
});

describe('a player of YouTube', () => {
  it('is greeted until it answers; that it never does is a problem', async () => {
    const site = fakeSite(youtube('dQw4w9WgXcQ', ORIGIN));

    await site.time.pass(19_000);
    expect(site.said()).toContain('{"event":"listening","id":1,"channel":"widget"}');
    expect(site.player.state().ready).toBe(false);
    await site.time.pass(2_000);

    expect(site.problems()).toEqual([{ type: 'problem', problem: { type: 'siteSilent' } }]);
  });

  it('has the length of its film, and is ready before its first start', () => {
    const { player } = opened();

    expect(player.lengthMs()).toBe(60_000);
    expect(player.buffered()).toEqual([{ fromMs: 0, toMs: 30_000 }]);
    expect(player.state().ready).toBe(true);
  });

  it('is put in its place with its first start, for it would start there', async () => {
    const { player, said, shows, told } = opened();

    player.seek(12_000);
    expect(said()).toEqual([]);
    const outcome = player.play();
    shows(12, 1);

    expect(said()).toEqual([command('seekTo', 12, true), command('playVideo')]);
    expect(await outcome).toBe('playing');
    expect(told()).toEqual(['seeking', 'seeked', 'play', 'playing', 'seeked']);
  });

  it('is believed to go on between what it tells, for a second', async () => {
    const { player, time, shows } = playing();

    await time.pass(400);
    expect(player.position()).toEqual({ positionMs: 10_400, atMs: time.nowMs() });
    await time.pass(100);
    shows(10.48);
    expect(player.position()).toEqual({ positionMs: 10_480, atMs: time.nowMs() });
    await time.pass(2_000);

    expect(player.position().positionMs).toBe(11_480);
  });

  it('that says it plays and stands, as for an advertisement, is not ready', async () => {
    const { player, time, shows } = playing();

    for (let told = 0; told < 12; told += 1) {
      await time.pass(250);
      shows(10);
    }
    expect(player.state().ready).toBe(false);
    shows(10.3);

    expect(player.state().ready).toBe(true);
  });

  it('that was asked to start and has not is not ready, and the browser may want a click', async () => {
    const { player, says, told } = opened();

    const outcome = player.play();
    expect(player.state()).toMatchObject({ paused: false, ready: false });
    says('onAutoplayBlocked', null);

    expect(await outcome).toBe('needsGesture');
    expect(player.state()).toMatchObject({ paused: true, ready: true });
    expect(told()).toEqual(['play']);
  });

  it.each([
    [2, 'siteGone'],
    [5, 'siteBroken'],
    [100, 'siteGone'],
    [101, 'siteForbids'],
    [150, 'siteForbids'],
    [153, 'siteBroken'],
    ['150', 'siteForbids'],
    [{}, 'siteBroken'],
  ])('that fails with %j is %s', (code, type) => {
    const { says, problems } = opened();

    says('onError', code);

    expect(problems()).toEqual([{ type: 'problem', problem: { type } }]);
  });

  it('is as loud as the element, and the element as who changes it there', () => {
    const { video, said, says } = opened();

    Object.assign(video.element, { volume: 0.4, muted: true });
    video.raise('volumechange');
    says('infoDelivery', { volume: 40, muted: true });
    expect(said()).toEqual([command('setVolume', 40), command('mute')]);
    says('infoDelivery', { volume: 70, muted: false });

    expect(video.element).toMatchObject({ volume: 0.7, muted: false });
  });

  it('of a live stream has the positions of the stream, from 24 hours on', () => {
    const { player, says, shows } = playing();

    says('infoDelivery', { duration: 3_600, videoData: { isLive: true } });
    shows(3_500);

    expect(player.lengthMs()).toBeUndefined();
    expect(player.position().positionMs).toBe(86_400_000 + 3_500_000);
    expect(player.live()?.edgeMs).toBe(86_400_000 + 3_590_000);
  });
});

describe('whose doing it is at the player of YouTube', () => {
  it('[EM3] a seek of this program is told when it shows, before its first start and after', () => {
    const places: number[] = [];
    for (const { player } of [opened(), playing()]) {
      player.subscribe(({ type }) => {
        if (type === 'seeking') places.push(player.position().positionMs);
      });

      player.seek(44_000);
    }

    expect(places).toEqual([44_000, 44_000]);
  });

  it('[EM3] what this program does is told once', () => {
    const { player, shows, told, said } = playing();

    player.pause();
    player.seek(30_000);
    shows(10.1, 2);
    shows(30);
    void player.play();
    shows(30, 3);
    shows(30, 1);

    expect(told()).toEqual(['pause', 'seeking', 'seeked', 'play', 'waiting', 'playing']);
    expect(said()).toEqual([
      command('pauseVideo'),
      command('seekTo', 30, true),
      command('playVideo'),
    ]);
  });

  it('[EM3] what was said before it heard of a pause is no wish to play', async () => {
    const { player, shows, told, time } = playing();

    player.pause();
    shows(10.2, 1);
    await time.pass(300);
    shows(10.3, 2);
    await time.pass(1_000);

    expect(told()).toEqual(['pause']);
    expect(player.state().paused).toBe(true);
  });

  it('[EM3] a pause that lasts is a person’s, and so is a play', async () => {
    const { player, shows, told, time } = playing();

    shows(10, 2);
    await time.pass(1_000);
    expect(told()).toEqual(['pause']);
    expect(player.state().paused).toBe(true);
    shows(10, 1);

    expect(told()).toEqual(['play', 'playing']);
    expect(player.state().paused).toBe(false);
  });

  it('[EM3] who drags the site’s bar seeks, and neither pauses nor plays', async () => {
    const { shows, told, time } = playing();

    await time.pass(250);
    shows(10.25, 2);
    await time.pass(100);
    shows(45, 3);
    await time.pass(100);
    shows(45, 1);
    await time.pass(1_000);

    expect(told()).toEqual(['waiting', 'seeking', 'seeked', 'playing']);
  });

  it('[EM3] another speed that nobody asked for here is a person’s; the nearest to what was asked is none', () => {
    const { player, says, told } = playing();

    player.setRate(1.3, false);
    says('infoDelivery', { playbackRate: 1.25 });
    expect(told()).toEqual(['rateChanged']);
    expect(player.state().rate).toBe(1.3);
    says('infoDelivery', { playbackRate: 2 });

    expect(told()).toEqual(['rateChanged']);
    expect(player.state().rate).toBe(2);
  });

  it('[EM3] sent elsewhere while it stands it stands there, also where the site would start', () => {
    const { player, shows, told, said } = playing();

    player.seek(60_000);
    shows(60);
    told();
    said();
    shows(60, 0);
    expect(told()).toEqual(['pause', 'ended']);
    player.seek(5_000);
    shows(5, 1);
    expect(said()).toEqual([command('seekTo', 5, true), command('pauseVideo')]);
    shows(5, 2);

    expect(told().filter((type) => type === 'play' || type === 'pause')).toEqual([]);
    expect(player.state()).toMatchObject({ paused: true, ended: false });
  });
});
