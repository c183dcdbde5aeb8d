import type { Answer } from './answer';
import { assertNever } from './assertNever';
import { backoffMs } from './backoff';
import { verdictOf } from './closeCode';
import { type ConnectionState, isBarrier, type Refusal } from './connectionState';
import { type Kept, keep, MOST_OUTSTANDING, nextStaleAtMs, type Settled, sift } from './keeping';
import type { TicketReply } from './ticket';
import type { Command } from './wish';

/** A step on the way into the room takes at most this long. */
export const STEP_LIMIT_MS = 10_000;
/** A probe without any sign of life from the server for this long means that the connection is gone. */
export const SILENCE_MS = 6_000;
/** The same when there is reason for doubt: the network changed, the page was asleep. */
export const DOUBT_MS = 2_000;
/** A connection that lasted this long counts as a success; before, a loss counts as another failure. */
const SETTLED_MS = 5_000;
/** A timer that comes later than this means that the page was asleep. */
const LATE_TIMER_MS = 1_000;

type Phase =
  | { readonly type: 'asking'; readonly limitMs: number }
  | { readonly type: 'opening'; readonly limitMs: number }
  | { readonly type: 'entering'; readonly limitMs: number }
  | { readonly type: 'live'; readonly sinceMs: number; readonly silentAtMs: number }
  | { readonly type: 'resting'; readonly retryAtMs: number; readonly region?: string }
  | { readonly type: 'over'; readonly why: 'left' | 'replaced' | Refusal };

/**
 * Everything that is true of the way to the room. `attempt` numbers the tries: what comes from an earlier one is dropped. `outstanding` commands
 * were sent and have no answer; `kept` ones were made while the room was out of reach.
 */
export type Connection = {
  readonly phase: Phase;
  readonly attempt: number;
  readonly failures: number;
  /** Was the last connection lost because something could not be read? */
  readonly couldNotRead?: boolean;
  readonly lostSinceMs?: number;
  readonly outstanding: readonly Command[];
  readonly kept: readonly Kept[];
};

/** What happens to a connection. `heard` is any frame; `welcomed`, `answered` and `gap` are what some frames mean; `unreadable` is one that means nothing here. */
export type Input =
  | { readonly type: 'ticket'; readonly attempt: number; readonly reply: TicketReply }
  | { readonly type: 'opened'; readonly attempt: number }
  | { readonly type: 'heard' }
  | { readonly type: 'welcomed' }
  | { readonly type: 'answered'; readonly id: string; readonly answer: RoomAnswer }
  | { readonly type: 'gap' }
  | { readonly type: 'unreadable' }
  | {
      readonly type: 'closed';
      readonly attempt: number;
      readonly code: number;
      readonly reason: string;
    }
  | { readonly type: 'probed' }
  | { readonly type: 'doubt' }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'timer' }
  | { readonly type: 'comeBack' }
  | { readonly type: 'leave' }
  | { readonly type: 'close' };

type RoomAnswer = Exclude<Answer, { readonly type: 'gone' }>;

/**
 * What is to be done about it, in this order. `drop` closes the socket, if one is open, and forgets it; `region` is where the room lives now, when
 * it has moved.
 */
export type Effect =
  | { readonly type: 'getTicket'; readonly attempt: number; readonly region?: string }
  | {
      readonly type: 'open';
      readonly attempt: number;
      readonly ticket: string;
      readonly syncUrl?: string;
    }
  | { readonly type: 'enter' }
  | { readonly type: 'send'; readonly command: Command }
  | { readonly type: 'probe' }
  | { readonly type: 'sendLeave' }
  | { readonly type: 'drop'; readonly code: 1000 | 4000 }
  | ({ readonly type: 'settle' } & Settled);

/** The instant, and a number from 0 to 1 that nobody can foresee. */
export type Moment = { readonly nowMs: number; readonly chance: number };

type Step = readonly [Connection, readonly Effect[]];

/** Sets out for the room for the first time. */
export const setOut = (nowMs: number): Step => [
  {
    phase: { type: 'asking', limitMs: nowMs + STEP_LIMIT_MS },
    attempt: 1,
    failures: 0,
    outstanding: [],
    kept: [],
  },
  [{ type: 'getTicket', attempt: 1 }],
];

/** How the page should see it. */
export const connectionStateOf = ({ phase, lostSinceMs }: Connection): ConnectionState => {
  switch (phase.type) {
    case 'live':
      return { type: 'live' };
    case 'resting':
      return { type: 'lost', sinceMs: lostSinceMs ?? phase.retryAtMs, retryAtMs: phase.retryAtMs };
    case 'asking':
    case 'opening':
    case 'entering':
      return lostSinceMs === undefined
        ? { type: 'connecting' }
        : { type: 'lost', sinceMs: lostSinceMs };
    case 'over':
      return phase.why === 'left' || phase.why === 'replaced'
        ? { type: phase.why }
        : { type: 'refused', why: phase.why };
  }
};

/** When `timer` has to be put in; Infinity for never. */
export const timerAtMs = ({ phase, kept }: Connection): number => {
  switch (phase.type) {
    case 'asking':
    case 'opening':
    case 'entering':
      return Math.min(phase.limitMs, nextStaleAtMs(kept));
    case 'live':
      return phase.silentAtMs;
    case 'resting':
      return Math.min(phase.retryAtMs, nextStaleAtMs(kept));
    case 'over':
      return Number.POSITIVE_INFINITY;
  }
};

/** The whole life of a connection. Pure. */
export const step = (state: Connection, input: Input, moment: Moment): Step => {
  switch (input.type) {
    case 'ticket':
      return input.attempt === state.attempt && state.phase.type === 'asking'
        ? ticketCame(state, input.reply, moment)
        : [state, []];
    case 'opened':
      return input.attempt === state.attempt && state.phase.type === 'opening'
        ? [
            { ...state, phase: { type: 'entering', limitMs: moment.nowMs + STEP_LIMIT_MS } },
            [{ type: 'enter' }],
          ]
        : [state, []];
    case 'heard':
      return state.phase.type === 'live' && Number.isFinite(state.phase.silentAtMs)
        ? [{ ...state, phase: { ...state.phase, silentAtMs: Number.POSITIVE_INFINITY } }, []]
        : [state, []];
    case 'welcomed':
      return state.phase.type === 'entering' ? welcomed(state, moment.nowMs) : [state, []];
    case 'answered':
      return answered(state, input.id, input.answer);
    case 'gap':
      return isOpen(state) ? lose(state, moment) : [state, []];
    case 'unreadable':
      return isOpen(state) ? unreadable(state, moment) : [state, []];
    case 'closed':
      return input.attempt === state.attempt && isOpen(state)
        ? closed(state, input.code, input.reason, moment)
        : [state, []];
    case 'probed':
      return [expectAnswer(state, moment.nowMs + SILENCE_MS), []];
    case 'doubt':
      return doubt(state, moment.nowMs);
    case 'command':
      return command(state, input.command, moment.nowMs);
    case 'timer':
      return timer(state, moment);
    case 'comeBack':
      return comeBack(state, moment.nowMs);
    case 'leave':
      return state.phase.type === 'live'
        ? end(state, 'left', [{ type: 'sendLeave' }])
        : end(state, 'left', []);
    case 'close':
      return end(state, 'left', []);
    default:
      return assertNever(input);
  }
};

/** Has the page told the server that it is there, so that it may send heartbeats? */
export const hasEntered = ({ phase }: Connection): boolean =>
  phase.type === 'entering' || phase.type === 'live';

const isOpen = ({ phase }: Connection): boolean =>
  phase.type === 'opening' || phase.type === 'entering' || phase.type === 'live';

const ticketCame = (state: Connection, reply: TicketReply, moment: Moment): Step => {
  switch (reply.type) {
    case 'ticket':
      return [
        { ...state, phase: { type: 'opening', limitMs: moment.nowMs + STEP_LIMIT_MS } },
        [
          {
            type: 'open',
            attempt: state.attempt,
            ticket: reply.ticket,
            ...(reply.syncUrl === undefined ? {} : { syncUrl: reply.syncUrl }),
          },
        ],
      ];
    case 'refused':
      return end(state, reply.why, []);
    case 'unreachable':
      return lose(state, moment, reply.retryAfterMs);
  }
};

const welcomed = (state: Connection, nowMs: number): Step => {
  const [kept, settled] = sift(state.kept, nowMs);
  const { lostSinceMs: _, ...rest } = state;
  const outstanding = [
    ...state.outstanding.map((each) => ({ ...each, again: true })),
    ...kept.map((each) => each.command),
  ];
  const live: Connection = {
    ...rest,
    phase: { type: 'live', sinceMs: nowMs, silentAtMs: Number.POSITIVE_INFINITY },
    outstanding,
    kept: [],
  };
  return [
    live,
    [
      ...settled.map(settle),
      ...outstanding.map((each): Effect => ({ type: 'send', command: each })),
    ],
  ];
};

const answered = (state: Connection, id: string, answer: Answer): Step =>
  state.outstanding.some((each) => each.id === id)
    ? [
        { ...state, outstanding: state.outstanding.filter((each) => each.id !== id) },
        [settle({ id, answer })],
      ]
    : [state, []];

const closed = (state: Connection, code: number, reason: string, moment: Moment): Step => {
  const verdict = verdictOf(code, reason);
  switch (verdict.type) {
    case 'comeBack':
      return lose(state, moment, verdict.afterMs, verdict.region);
    case 'left':
    case 'replaced':
      return end(state, verdict.type, []);
    case 'refused':
      return end(state, verdict.why, []);
  }
};

const isSettled = ({ phase }: Connection, { nowMs }: Moment): boolean =>
  phase.type === 'live' && nowMs - phase.sinceMs >= SETTLED_MS;

/** The connection is gone; the next try comes after `afterMs` and in `region` where the server named them, else after a backoff and as before. */
const lose = (state: Connection, moment: Moment, afterMs?: number, region?: string): Step => {
  const { phase } = state;
  const failures = isSettled(state, moment) ? 0 : state.failures;
  const retryAtMs = moment.nowMs + (afterMs ?? backoffMs(failures, moment.chance));
  const lostSinceMs = state.lostSinceMs ?? (phase.type === 'live' ? moment.nowMs : undefined);
  return [
    {
      ...state,
      phase: { type: 'resting', retryAtMs, ...(region === undefined ? {} : { region }) },
      failures: failures + 1,
      lostSinceMs: lostSinceMs ?? moment.nowMs,
    },
    [{ type: 'drop', code: 4000 }],
  ];
};

/** Once it may be a fault on the way; what is unreadable again, as soon as the room is told anew, stays so. */
const unreadable = (state: Connection, moment: Moment): Step => {
  if (state.couldNotRead && !isSettled(state, moment)) return end(state, 'outdated', []);
  const [next, effects] = lose(state, moment);
  return [{ ...next, couldNotRead: true }, effects];
};

const tryAgain = (state: Connection, nowMs: number): Step => {
  const attempt = state.attempt + 1;
  const region = state.phase.type === 'resting' ? state.phase.region : undefined;
  return [
    { ...state, attempt, phase: { type: 'asking', limitMs: nowMs + STEP_LIMIT_MS } },
    [{ type: 'getTicket', attempt, ...(region === undefined ? {} : { region }) }],
  ];
};

const comeBack = (state: Connection, nowMs: number): Step => {
  const { phase } = state;
  const mayReturn =
    phase.type === 'resting' ||
    (phase.type === 'over' && (phase.why === 'replaced' || isBarrier(phase.why)));
  return mayReturn ? tryAgain({ ...state, failures: 0 }, nowMs) : [state, []];
};

/** Something about the network or the page changed: try at once, or see at once whether the connection still lives. */
const doubt = (state: Connection, nowMs: number): Step => {
  switch (state.phase.type) {
    case 'resting':
      return tryAgain(state, nowMs);
    case 'live':
      return [expectAnswer(state, nowMs + DOUBT_MS), [{ type: 'probe' }]];
    case 'asking':
    case 'opening':
    case 'entering':
    case 'over':
      return [state, []];
  }
};

const expectAnswer = (state: Connection, silentAtMs: number): Connection =>
  state.phase.type === 'live' && silentAtMs < state.phase.silentAtMs
    ? { ...state, phase: { ...state.phase, silentAtMs } }
    : state;

const command = (state: Connection, wanted: Command, nowMs: number): Step => {
  if (state.phase.type === 'over') {
    return [state, [settle({ id: wanted.id, answer: { type: 'gone', why: 'over' } })]];
  }
  if (state.phase.type !== 'live') {
    const [kept, settled] = keep(state.kept, wanted, nowMs, state.outstanding.length);
    return [{ ...state, kept }, settled.map(settle)];
  }
  if (state.outstanding.length >= MOST_OUTSTANDING) {
    return [state, [settle({ id: wanted.id, answer: { type: 'gone', why: 'tooMany' } })]];
  }
  return [
    { ...state, outstanding: [...state.outstanding, wanted] },
    [{ type: 'send', command: wanted }],
  ];
};

const timer = (before: Connection, moment: Moment): Step => {
  const [kept, settled] =
    before.phase.type === 'live' ? [before.kept, []] : sift(before.kept, moment.nowMs);
  const state = { ...before, kept };
  const [next, effects] = limitReached(state, moment);
  return [next, [...settled.map(settle), ...effects]];
};

const limitReached = (state: Connection, moment: Moment): Step => {
  const { phase } = state;
  switch (phase.type) {
    case 'asking':
    case 'opening':
    case 'entering':
      return moment.nowMs >= phase.limitMs ? lose(state, moment) : [state, []];
    case 'live':
      return silence(state, phase.silentAtMs, moment);
    case 'resting':
      return moment.nowMs >= phase.retryAtMs ? tryAgain(state, moment.nowMs) : [state, []];
    case 'over':
      return [state, []];
  }
};

/** A page that was asleep has not heard because it did not listen: it asks once more. */
const silence = (state: Connection, silentAtMs: number, moment: Moment): Step => {
  if (moment.nowMs < silentAtMs) {
    return [state, []];
  }
  if (moment.nowMs - silentAtMs < LATE_TIMER_MS || state.phase.type !== 'live') {
    return lose(state, moment);
  }
  const phase = { ...state.phase, silentAtMs: moment.nowMs + DOUBT_MS };
  return [{ ...state, phase }, [{ type: 'probe' }]];
};

const end = (
  state: Connection,
  why: 'left' | 'replaced' | Refusal,
  first: readonly Effect[],
): Step => {
  const commands = [...state.outstanding, ...state.kept.map((each) => each.command)];
  return [
    { ...state, phase: { type: 'over', why }, outstanding: [], kept: [] },
    [
      ...first,
      { type: 'drop', code: first.length > 0 ? 1000 : 4000 },
      ...commands.map((each) => settle({ id: each.id, answer: { type: 'gone', why: 'over' } })),
    ],
  ];
};

const settle = (settled: Settled): Effect => ({ type: 'settle', ...settled });
