import type { MediaPlayerErrorEvent } from 'dashjs';
import { diagnose, problemOfStatus, type Source } from '../diagnose';
import type { Player } from '../player';
import type { Problem } from '../problem';
import { type ElementOptions, elementControls } from './element';
import { livePlayer } from './livePlayer';
import type { Stream } from './stream';

/** The module dash.js. It is loaded only when somebody plays a DASH stream. */
export type DashModule = typeof import('dashjs');

type DashPlayer = ReturnType<ReturnType<DashModule['MediaPlayer']>['create']>;

const DAY_MS = 86_400_000;
/** So far beyond the end of a live stream it is waited for. */
const AHEAD_MS = 20_000;

/** dash.js moves neither rate nor place of a player by itself but over holes: both are the room's. The time is asked of nobody but whom the manifest names. */
const settings = {
  streaming: {
    utcSynchronization: { defaultTimingSource: { scheme: '', value: '' } },
    liveCatchup: { enabled: false },
    buffer: { bufferToKeep: 60 },
    applyServiceDescription: false,
  },
};

/**
 * A player of DASH streams by dash.js, which chooses the quality by itself. The times of a live stream count from when it became available, which
 * its manifest says: they are the same for everybody, and become the room's positions as those of HLS do (docs/decisions/0029).
 */
export const dashPlayer = (source: Source, dash: DashModule, options: ElementOptions): Player => {
  const { element, fetchIt } = options;
  const base = elementControls(options);
  const media = dash.MediaPlayer().create();
  let isKnown = false;
  const { player, known } = livePlayer(base.player, () => streamOf(media, isKnown));
  const { events } = dash.MediaPlayer;

  media.updateSettings(settings);
  media.on(events.STREAM_INITIALIZED, () => {
    isKnown = true;
    known();
  });
  media.on(events.ERROR, (event) => {
    const { error } = event as MediaPlayerErrorEvent;
    if (harmless(dash).includes(error.code)) return;
    causeOf(error, dash, source, fetchIt).then((problem) =>
      base.tell({ type: 'problem', problem }),
    );
  });
  media.initialize(element, source.url, false);
  return {
    ...player,
    close: () => {
      player.close();
      media.destroy();
    },
  };
};

/** What dash.js plays on without: the time as somebody else has it, and a subtitle. */
const harmless = ({ MediaPlayer: { errors } }: DashModule): readonly number[] => [
  errors.TIME_SYNC_FAILED_ERROR_CODE,
  errors.TIMED_TEXT_ERROR_ID_PARSE_CODE,
];

const streamOf = (media: DashPlayer, isKnown: boolean): Stream => {
  if (!isKnown) return { type: 'unknown' };
  if (!media.isDynamic()) return { type: 'film' };
  const window = media.getDvrWindow();
  const edgeMs = (window.end - media.getTargetLiveDelay()) * 1000;
  if (!(window.size > 0)) return { type: 'live', edgeMs, aheadMs: AHEAD_MS };
  const fromMs = window.start * 1000;
  return {
    type: 'live',
    scale: {
      stretches: [{ fromMs, toMs: window.end * 1000, streamMs: fromMs }],
      periodMs: DAY_MS,
    },
    edgeMs,
    aheadMs: AHEAD_MS,
  };
};

type Failure = Pick<MediaPlayerErrorEvent['error'], 'code' | 'data'>;

const causeOf = async (
  { code, data }: Failure,
  { MediaPlayer: { errors } }: DashModule,
  source: Source,
  fetchIt: typeof fetch,
): Promise<Problem> => {
  const unreadable: readonly number[] = [
    errors.MANIFEST_LOADER_PARSING_FAILURE_ERROR_CODE,
    errors.MANIFEST_ERROR_ID_PARSE_CODE,
  ];
  const unreached: readonly number[] = [
    errors.MANIFEST_LOADER_LOADING_FAILURE_ERROR_CODE,
    errors.FRAGMENT_LOADER_LOADING_FAILURE_ERROR_CODE,
    errors.DOWNLOAD_ERROR_ID_MANIFEST_CODE,
    errors.DOWNLOAD_ERROR_ID_SIDX_CODE,
    errors.DOWNLOAD_ERROR_ID_CONTENT_CODE,
    errors.DOWNLOAD_ERROR_ID_INITIALIZATION_CODE,
  ];
  const isUnreached = unreached.includes(code);
  if (!isUnreached && !unreadable.includes(code)) return { type: 'codec' };
  const known = problemOfStatus(statusOf(data), source.isSigned);
  if (known !== undefined) return known;
  const found = await diagnose(source, fetchIt);
  if (found.type !== 'codec') return found;
  return isUnreached ? { type: 'network' } : { type: 'notMedia', contentType: '' };
};

/** The HTTP status with which a request was answered that failed; 0 if there was no answer. */
const statusOf = (data: unknown): number => {
  const answer: unknown = data instanceof Object ? Reflect.get(data, 'response') : undefined;
  const status: unknown = answer instanceof Object ? Reflect.get(answer, 'status') : undefined;
  return typeof status === 'number' ? status : 0;
};
