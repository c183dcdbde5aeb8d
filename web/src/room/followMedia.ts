import type { Answer } from '@matinee/link/answer';
import { browserClock } from '@matinee/link/clock';
import type { Source } from '@matinee/link/diagnose';
import { follow } from '@matinee/link/follow';
import type { Following, FollowState } from '@matinee/link/following';
import type { Media, MediaRef } from '@matinee/link/media';
import type { Player } from '@matinee/link/player';
import { choosePlayer, lazyEngines } from '@matinee/link/players/choose';
import type { Room } from '@matinee/link/room';
import { browserTransport } from '@matinee/link/transport';
import * as v from 'valibot';
import { filmAddress } from '../api/members';
import { copyPlayer } from '../copies/copyPlayer';
import { remember, remembered } from '../device/memory';
import type { Follow } from './live';

const numbers = v.array(v.number());

const learntBefore = (): readonly number[] | undefined => {
  try {
    const kept = v.safeParse(numbers, JSON.parse(remembered('learnt') ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
};

type Elsewhere = Exclude<MediaRef, { readonly type: 'ownCopy' }>;

const sourceOf = async (roomId: string, ref: Elsewhere): Promise<Source> => {
  if (ref.type === 'address') return { url: ref.url, isSigned: false };
  const url = await filmAddress(roomId, ref.film);
  if (url === undefined) throw new Error(`room ${roomId} gives no address for film ${ref.film}`);
  return { url, isSigned: true };
};

const playerOf = async (
  roomId: string,
  element: HTMLVideoElement,
  { ref }: Media,
): Promise<Player> => {
  const options = { element, engine: navigator, nowMs: browserClock.nowMs };
  if (ref.type === 'ownCopy') return copyPlayer(ref, options);
  const address = () => sourceOf(roomId, ref);
  return choosePlayer({ ...options, fetchIt: fetch.bind(window), address, engines: lazyEngines });
};

const begin = async (
  roomId: string,
  room: Room,
  element: HTMLVideoElement,
  media: Media,
  loadedRevision: number,
  refused: (answer: Answer) => void,
): Promise<Following & { readonly closePlayer: () => void }> => {
  const player = await playerOf(roomId, element, media);
  const following = follow({
    room,
    player,
    loadedRevision,
    transport: browserTransport,
    clock: browserClock,
    learnt: learntBefore(),
    keep: (learnt) => remember('learnt', JSON.stringify(learnt)),
    refused,
  });
  return { ...following, closePlayer: player.close };
};

/**
 * Loads the room's media into an element and follows the room, until `close`. The player is chosen while this is already in use: until then it
 * is loading; and if the server gives no address for an upload, it is unable.
 */
export const followMedia =
  (roomId: string, room: Room): Follow =>
  (element, media, loadedRevision, refused) => {
    const listeners = new Set<() => void>();
    const tell = () => {
      for (const listener of listeners) listener();
    };
    let waiting: FollowState = { type: 'loading' };
    let begun: Awaited<ReturnType<typeof begin>> | undefined;
    let soundLateMs = 0;
    let isOver = false;
    const end = () => {
      begun?.close();
      begun?.closePlayer();
    };
    begin(roomId, room, element, media, loadedRevision, refused).then(
      (following) => {
        begun = following;
        if (isOver) return end();
        following.setSoundLateMs(soundLateMs);
        following.subscribe(tell);
        tell();
      },
      () => {
        waiting = { type: 'unable', problem: { type: 'expired' } };
        tell();
      },
    );
    return {
      current: () => begun?.current() ?? waiting,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      syncErrorMs: () => begun?.syncErrorMs(),
      join: () => begun?.join(),
      setSoundLateMs: (lateMs) => {
        soundLateMs = lateMs;
        begun?.setSoundLateMs(lateMs);
      },
      close: () => {
        isOver = true;
        end();
      },
    };
  };
