import type { Answer } from '@matinee/link/answer';
import { browserClock } from '@matinee/link/clock';
import type { Source } from '@matinee/link/diagnose';
import { follow } from '@matinee/link/follow';
import type { Following, FollowState } from '@matinee/link/following';
import type { Media } from '@matinee/link/media';
import type { Player } from '@matinee/link/player';
import { absentPlayer } from '@matinee/link/players/absent';
import { choosePlayer, lazyEngines } from '@matinee/link/players/choose';
import type { Problem } from '@matinee/link/problem';
import type { Room } from '@matinee/link/room';
import { subscribers } from '@matinee/link/subscribers';
import { browserTransport } from '@matinee/link/transport';
import * as v from 'valibot';
import { copyPlayer } from '../copies/copyPlayer';
import { type Kept, remember, remembered } from '../device/memory';
import { type Choice, NothingToPlay } from '../renditions/uploadSource';
import { keepPicture } from './keepPicture';
import { keptSound } from './keptSound';
import type { Follow } from './live';

const numbers = v.array(v.number());

/** Players of other sites have other delays than elements of this page. */
const learntOf = ({ ref }: Media): Kept =>
  ref.type === 'embed' ? `learnt.${ref.provider}` : 'learnt';

const learntBefore = (media: Media): readonly number[] | undefined => {
  try {
    const kept = v.safeParse(numbers, JSON.parse(remembered(learntOf(media)) ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
};

/** Where what is played of an upload is; rejects where there is none of it. */
export type Uploaded = (film: string, element: HTMLMediaElement, choice: Choice) => Promise<Source>;

type Begun = {
  readonly uploaded: Uploaded;
  readonly room: Room;
  readonly element: HTMLVideoElement;
  readonly media: Media;
  readonly loadedRevision: number;
  readonly refused: (answer: Answer) => void;
  /** How what is played of an upload is chosen. */
  readonly choice: Choice;
};

const playerOf = async ({
  uploaded,
  element,
  media: { ref, title },
  choice,
}: Begun): Promise<Player> => {
  const options = { element, engine: navigator, nowMs: browserClock.nowMs };
  if (ref.type === 'embed') {
    const { embedPlayer } = await import('../embeds/embedPlayer');
    return embedPlayer(ref, element, title);
  }
  if (ref.type === 'site') return absentPlayer({ type: 'onItsSite' });
  if (ref.type === 'ownCopy') return copyPlayer(ref, options);
  const address = (): Promise<Source> =>
    ref.type === 'address'
      ? Promise.resolve({ url: ref.url, isSigned: false })
      : uploaded(ref.film, element, choice);
  return choosePlayer({ ...options, fetchIt: fetch.bind(window), address, engines: lazyEngines });
};

const begin = async (wanted: Begun): Promise<Following & { readonly player: Player }> => {
  const player = await playerOf(wanted);
  const following = follow({
    room: wanted.room,
    player,
    loadedRevision: wanted.loadedRevision,
    transport: browserTransport,
    clock: browserClock,
    learnt: learntBefore(wanted.media),
    keep: (learnt) => remember(learntOf(wanted.media), JSON.stringify(learnt)),
    refused: wanted.refused,
  });
  return { ...following, player };
};

const isOfUnknownKind = (state: FollowState): boolean =>
  state.type === 'unable' && state.problem.type === 'codec';

/**
 * Loads the room's media into an element and follows the room, until `close`. The player is chosen while this is already in use: until then it
 * is loading, or what it can play is being made; and if the server gives no address for an upload, it is unable. An upload that the browser
 * turns out not to play is played as what the server made of it.
 */
export const followMedia =
  (room: Room, uploaded: Uploaded): Follow =>
  (element, media, loadedRevision, refused) => {
    const changes = subscribers<void>();
    const over = new AbortController();
    let waiting: FollowState = { type: 'loading' };
    let begun: Awaited<ReturnType<typeof begin>> | undefined;
    let soundLateMs = 0;
    let mustBeMade = false;
    const end = () => {
      begun?.close();
      begun?.player.close();
      begun = undefined;
    };
    const preparing = (share: number | undefined) => {
      waiting = { type: 'preparing', ...(share === undefined ? {} : { share }) };
      changes.tell();
    };
    const sound = keptSound(() => begun?.player.sounds);
    const growUp = () => {
      const fromMs = element.currentTime * 1000;
      keepPicture(element);
      sound.keep();
      end();
      waiting = { type: 'loading' };
      start(fromMs);
    };
    const start = (fromMs?: number) => {
      const choice = { mustBeMade, preparing, growUp, signal: over.signal, fromMs };
      begin({ uploaded, room, element, media, loadedRevision, refused, choice }).then(
        (following) => {
          begun = following;
          if (over.signal.aborted) return end();
          following.setSoundLateMs(soundLateMs);
          following.subscribe(changed);
          changed();
        },
        (cause) => {
          const problem: Problem =
            cause instanceof NothingToPlay ? cause.problem : { type: 'expired' };
          waiting = { type: 'unable', problem };
          changes.tell();
        },
      );
    };
    const changed = () => {
      sound.restore();
      const isNew = !mustBeMade && media.ref.type === 'upload';
      if (!begun || !isNew || !isOfUnknownKind(begun.current())) return changes.tell();
      mustBeMade = true;
      end();
      start();
    };
    start();
    return {
      current: () => begun?.current() ?? waiting,
      subscribe: changes.add,
      syncErrorMs: () => begun?.syncErrorMs(),
      join: () => begun?.join(),
      sounds: () => begun?.player.sounds,
      setSoundLateMs: (lateMs) => {
        soundLateMs = lateMs;
        begun?.setSoundLateMs(lateMs);
      },
      close: () => {
        over.abort();
        end();
      },
    };
  };
