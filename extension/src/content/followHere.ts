import type { Clock } from '@matinee/link/clock';
import { follow } from '@matinee/link/follow';
import type { FollowState } from '@matinee/link/following';
import { elementControls } from '@matinee/link/players/element';
import type { Engine } from '@matinee/link/players/engine';
import type { FollowedRoom } from '@matinee/link/room';
import type { Surroundings } from '@matinee/link/transport';
import { onlyFilm } from './onlyFilm';

/** What is needed to follow a room in a frame of a page. `told` hears the state each time that it changes. */
export type FollowHereOptions = {
  readonly room: FollowedRoom;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly told: (state: FollowState['type']) => void;
};

/** The film's length, once the room knows it. */
const lengthIn = (room: FollowedRoom): number | undefined => {
  const { stage } = room.current().state ?? {};
  return stage?.type === 'loaded' ? stage.media.lengthMs : undefined;
};

type Begun = {
  readonly element: HTMLVideoElement;
  readonly revision: number;
  readonly close: () => void;
};

/**
 * Lets the page's own player follow the room while `element` gives one and the room has a film: another element, or another film, is followed anew. The
 * element is the page's: it is never given a film, nor stopped when this ends.
 */
export const followHere = (
  options: FollowHereOptions,
  element: () => HTMLVideoElement | undefined,
) => {
  const { room, engine, clock, surroundings, told } = options;
  let learnt: readonly number[] | undefined;
  let begun: Begun | undefined;

  const begin = (video: HTMLVideoElement, revision: number): Begun => {
    const { player: whole, letGo } = elementControls({
      element: video,
      engine,
      nowMs: clock.nowMs,
    });
    const player = onlyFilm(
      whole,
      () => lengthIn(room),
      () => video.isConnected,
    );
    const following = follow({
      room,
      player,
      loadedRevision: revision,
      transport: surroundings,
      clock,
      learnt,
      keep: (numbers) => {
        learnt = numbers;
      },
      refused: () => {},
    });
    const tell = (): void => told(following.current().type);
    const stops = [
      following.subscribe(tell),
      // Whoever was asked for a click may make it at the site's own controls.
      player.subscribe(({ type }) => type === 'playing' && following.join()),
    ];
    tell();
    return {
      element: video,
      revision,
      close: () => {
        for (const stop of stops) stop();
        following.close();
        letGo();
      },
    };
  };
  const settle = (): void => {
    const { stage } = room.current().state ?? {};
    const video = element();
    const revision = stage?.type === 'loaded' ? stage.loadedRevision : undefined;
    if (video === begun?.element && revision === begun?.revision) return;
    begun?.close();
    begun = video === undefined || revision === undefined ? undefined : begin(video, revision);
  };
  return {
    settle,
    close: (): void => {
      begun?.close();
      begun = undefined;
    },
  };
};
