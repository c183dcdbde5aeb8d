import type { ErrorData, default as HlsPlayer } from 'hls.js';
import { diagnose, problemOfStatus, type Source } from '../diagnose';
import type { Player } from '../player';
import type { Problem } from '../problem';
import { type ElementOptions, elementControls } from './element';
import { livePlayer } from './livePlayer';
import { streamFollower } from './stream';

/** The module hls.js. It is loaded only when somebody plays an HLS stream in a browser that cannot by itself. */
export type HlsModule = typeof import('hls.js');

/** How fast streams came last, so that the next one begins in a size that comes in time. */
let bitsPerSecond: number | undefined;

/** How often a broken decoder is mended before the stream counts as one that this browser cannot play. */
const MENDS = 2;

/** A player of HLS streams by hls.js, which chooses the quality by itself. A live stream has no length, and positions of its own (docs/decisions/0029). */
export const hlsPlayer = (
  source: Source,
  { default: Hls }: HlsModule,
  options: ElementOptions,
): Player => {
  const { element, fetchIt } = options;
  const base = elementControls(options);
  const hls = new Hls({
    backBufferLength: 60,
    liveDurationInfinity: true,
    startPosition: startS(source),
    ...(bitsPerSecond !== undefined && { abrEwmaDefaultEstimate: bitsPerSecond }),
  });
  const stream = streamFollower(options.nowMs, source.wholeMs);
  const { player, known } = livePlayer(base.player, () => stream.now(hls.liveSyncPosition));
  let mends = 0;

  const fail = (problem: Problem): void => base.tell({ type: 'problem', problem });
  const mend = (): void => {
    mends += 1;
    hls.recoverMediaError();
  };
  hls.on(Hls.Events.LEVEL_LOADED, (_, { details }) => {
    stream.loaded(details);
    known();
  });
  hls.on(Hls.Events.INIT_PTS_FOUND, (_, { id, frag, initPTS, timescale }) => {
    if (id === 'main') {
      stream.timed(frag.cc, (initPTS / timescale) * 1000);
      known();
    }
  });
  hls.on(Hls.Events.LEVEL_PTS_UPDATED, stream.measured);
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (!data.fatal) {
      return;
    }
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && mends < MENDS && !isIncompatible(data)) {
      mend();
      return;
    }
    causeOf(data, Hls, source, fetchIt).then(fail);
  });
  hls.loadSource(source.url);
  hls.attachMedia(element);
  return {
    ...player,
    sounds: {
      tracks: () => hls.audioTracks.map(({ lang }) => ({ language: lang ?? '' })),
      heard: () => hls.audioTrack,
      hear: (place) => {
        hls.audioTrack = place;
      },
    },
    close: () => {
      player.close();
      if (Number.isFinite(hls.bandwidthEstimate)) bitsPerSecond = hls.bandwidthEstimate;
      hls.destroy();
    },
  };
};

/** What grows is a film all the same, and begun at its beginning; -1: where the stream says. */
const startS = ({ fromMs, wholeMs }: Source): number =>
  fromMs === undefined ? (wholeMs === undefined ? -1 : 0) : fromMs / 1000;

const isIncompatible = ({ details }: ErrorData): boolean =>
  details === 'manifestIncompatibleCodecsError' || details === 'bufferAddCodecError';

const causeOf = async (
  data: ErrorData,
  Hls: typeof HlsPlayer,
  source: Source,
  fetchIt: typeof fetch,
): Promise<Problem> => {
  if (data.type === Hls.ErrorTypes.NETWORK_ERROR) {
    return networkCauseOf(data, source, fetchIt);
  }
  return { type: 'codec' };
};

const networkCauseOf = async (
  data: ErrorData,
  source: Source,
  fetchIt: typeof fetch,
): Promise<Problem> => {
  if (data.details === 'manifestParsingError' || data.details === 'levelEmptyError') {
    const found = await diagnose(source, fetchIt);
    return found.type === 'codec' ? { type: 'notMedia', contentType: '' } : found;
  }
  const known = problemOfStatus(data.response?.code ?? 0, source.isSigned);
  if (known !== undefined) {
    return known;
  }
  const found = await diagnose(source, fetchIt);
  return found.type === 'codec' ? { type: 'network' } : found;
};
