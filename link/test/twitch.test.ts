import { describe, expect, it } from 'vitest';
import { twitch } from '../src/players/site/twitch';
import { fakeSite, STANDING } from './fakeSite';

const STATE = 'twitch-embed-player-proxy';

const command = (eventName: number, params: unknown = null): string =>
  JSON.stringify({ namespace: STATE, eventName, params });

const PAUSE = command(2);
const PLAY = command(3);
const seekTo = (seconds: number): string => command(4, seconds);

/** A player of Twitch that has its recording, of a minute, and was never started. */
const opened = () => {
  const site = fakeSite(twitch('1234567890', 'films.example'));
  const says = (eventName: string, params: unknown = {}): void =>
    site.hears({ namespace: 'twitch-embed', eventName, params });
  const is = (params: unknown): void =>
    site.hears({ namespace: STATE, eventName: 'UPDATE_STATE', params });
  /** It is in this state, at this place. */
  const shows = (playback: string, currentTime: number): void => is({ playback, currentTime });
  is({ playback: 'Ready', currentTime: 0, duration: 60, volume: 1, muted: false });
  says('ready');
  site.said();
  site.told();
  return { ...site, says, is, shows };
};

/** The same, playing at ten seconds by this program's doing. */
const playing = () => {
  const site = opened();
  site.player.seek(10_000);
  void site.player.play();
  site.says('seek', { position: 10 });
  site.shows('Playing', 10);
  site.said();
  site.told();
  return site;
};

describe('the frame of Twitch', () => {
  it('is told for whose page it is', () => {
    const { frame } = opened();

    expect(frame.src).toBe(
      'https://player.twitch.tv/?video=v1234567890&parent=films.example&autoplay=false&muted=false',
    );
  });

  it.each([
    '',
    'no JSON',
    null,
    undefined,
    7,
    [],
    {},
    { namespace: 'twitch-embed' },
    { namespace: 'twitch-embed', eventName: 'toString' },
    { namespace: 'elsewhere', eventName: 'error' },
    { namespace: STATE, eventName: 'UPDATE_STATE' },
    { namespace: STATE, eventName: 'UPDATE_STATE', params: { currentTime: '7', playback: 3 } },
    { namespace: STATE, eventName: 'UPDATE_STATE', params: { volume: {}, duration: null } },
    { namespace: STATE, eventName: 'UPDATE_STATE', params: { stats: { videoStats: 'many' } } },
    { namespace: STATE, eventName: 4, params: 30 },
  ])('whatever it says (no. %#) harms nothing', (data) => {
    const { hears, told, player } = opened();

    hears(data);

    expect(told()).toEqual([]);
    expect(player.state()).toEqual(STANDING);
  });
});

describe('a player of Twitch', () => {
  it('that never says that it is there is a problem', async () => {
    const site = fakeSite(twitch('1234567890', 'films.example'));

    await site.time.pass(19_000);
    expect(site.player.state().ready).toBe(false);
    await site.time.pass(2_000);

    expect(site.problems()).toEqual([{ type: 'problem', problem: { type: 'siteSilent' } }]);
  });

  it('has the length of its recording, and what is loaded of it', () => {
    const { player, is } = opened();

    is({ playback: 'Ready', currentTime: 0, stats: { videoStats: { bufferSize: 30 } } });

    expect(player.lengthMs()).toBe(60_000);
    expect(player.buffered()).toEqual([{ fromMs: 0, toMs: 30_000 }]);
    expect(player.state().ready).toBe(true);
  });

  it('is put in its place with its first start', async () => {
    const { player, said, says, shows, told } = opened();

    player.seek(12_000);
    expect(said()).toEqual([]);
    const outcome = player.play();
    shows('Buffering', 0);
    says('seek', { position: 12 });
    shows('Playing', 12);

    expect(said()).toEqual([seekTo(12), PLAY]);
    expect(await outcome).toBe('playing');
    expect(told()).toEqual(['seeking', 'seeked', 'play', 'playing', 'seeked']);
  });

  it('is believed to go on between what it tells, and to stand while it loads', async () => {
    const { player, time, shows, told } = playing();

    await time.pass(400);
    expect(player.position().positionMs).toBe(10_400);
    shows('Buffering', 10.38);
    await time.pass(400);
    expect(player.position().positionMs).toBe(10_380);
    expect(player.state().ready).toBe(false);
    shows('Playing', 10.38);

    expect(player.state().ready).toBe(true);
    expect(told()).toEqual(['waiting', 'playing']);
  });

  it('that the browser does not let start wants a click', async () => {
    const { player, says, told } = opened();

    const outcome = player.play();
    says('playbackBlocked');

    expect(await outcome).toBe('needsGesture');
    expect(player.state()).toMatchObject({ paused: true, ready: true });
    expect(told()).toEqual(['play']);
  });

  it('that fails says so', () => {
    const { says, problems } = opened();

    says('error', { message: 'Sorry' });

    expect(problems()).toEqual([{ type: 'problem', problem: { type: 'siteBroken' } }]);
  });

  it('is as loud as the element, and the element as who changes it there', () => {
    const { video, said, is } = opened();

    Object.assign(video.element, { volume: 0.4, muted: true });
    video.raise('volumechange');
    is({ volume: 0.4, muted: true });
    expect(said()).toEqual([command(11, 0.4), command(10, true)]);
    is({ volume: 0.7 });

    expect(video.element).toMatchObject({ volume: 0.7, muted: true });
  });
});

describe('whose doing it is at the player of Twitch', () => {
  it('[EM3] what this program does is told once', () => {
    const { player, says, shows, told, said } = playing();

    player.pause();
    shows('Idle', 10.1);
    player.seek(30_000);
    says('seek', { position: 30 });
    shows('Idle', 30);
    void player.play();
    shows('Playing', 30);

    expect(told()).toEqual(['pause', 'seeking', 'seeked', 'play', 'playing']);
    expect(said()).toEqual([PAUSE, seekTo(30), PLAY]);
  });

  it('[EM3] what it told before it heard of a seek is no jump', () => {
    const { player, says, shows, told } = playing();

    player.seek(11_200);
    shows('Playing', 10.1);
    expect(player.position().positionMs).toBe(11_200);
    says('seek', { position: 11.2 });
    shows('Playing', 11.2);

    expect(told()).toEqual(['seeking', 'seeked']);
  });

  it('[EM3] a seek of which it says nothing is believed by where it is then', () => {
    const { player, shows, told } = playing();

    player.seek(30_000);
    for (let n = 0; n < 5; n += 1) shows('Playing', 30.2);

    expect(told()).toEqual(['seeking', 'seeked']);
    expect(player.position().positionMs).toBe(30_200);
  });

  it('[EM3] a pause that lasts is a person’s, and so are a play and a jump', async () => {
    const { says, shows, told, time } = playing();

    shows('Idle', 10);
    await time.pass(1_000);
    expect(told()).toEqual(['pause']);
    shows('Playing', 10);
    expect(told()).toEqual(['play', 'playing']);
    says('seek', { position: 45 });
    shows('Playing', 45);

    expect(told()).toEqual(['seeking', 'seeked']);
  });

  it('[EM3] who goes back from the end is not at the end any more', () => {
    const { player, says, shows } = playing();

    shows('Ended', 60);
    const atEnd = player.state().ended;
    says('seek', { position: 5 });
    shows('Idle', 5);

    expect([atEnd, player.state().ended]).toEqual([true, false]);
    expect(player.position().positionMs).toBe(5_000);
  });

  it('[EM3] that it has one speed is told as its speed, so that the room has it too', async () => {
    const { player, said, told, time } = playing();

    player.setRate(1.5, false);
    await time.pass(500);

    expect(told()).toEqual(['rateChanged', 'rateChanged']);
    expect(player.state().rate).toBe(1);
    expect(said()).toEqual([]);
  });
});
