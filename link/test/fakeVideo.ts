/** As much of a video element as players touch; what was asked of it stands in `asked`. */
export type FakeVideo = {
  readonly element: HTMLVideoElement;
  readonly asked: string[];
  readonly raise: (name: string) => void;
  readonly fail: (code: number) => void;
  /** What play() comes to. */
  playing: () => Promise<void>;
};

const ranges = (...all: readonly (readonly [number, number])[]): TimeRanges => ({
  length: all.length,
  start: (index) => all[index]?.[0] ?? 0,
  end: (index) => all[index]?.[1] ?? 0,
});

export const fakeVideo = (how: Readonly<Record<string, unknown>> = {}): FakeVideo => {
  const asked: string[] = [];
  const target = Object.assign(new EventTarget(), {
    src: '',
    currentTime: 0,
    duration: Number.NaN,
    paused: true,
    seeking: false,
    ended: false,
    readyState: 0,
    playbackRate: 1,
    preservesPitch: true,
    error: null as { readonly code: number } | null,
    buffered: ranges([0, 10], [20, 30]),
    canPlayType: () => '',
    load: () => asked.push(`load ${target.src}`),
    pause: () => asked.push('pause'),
    play: () => fake.playing(),
    removeAttribute: (name: string) => {
      asked.push(`remove ${name}`);
      target.src = '';
    },
    ...how,
  });
  const fake: FakeVideo = {
    element: target as unknown as HTMLVideoElement,
    asked,
    raise: (name) => target.dispatchEvent(new Event(name)),
    fail: (code) => {
      target.error = { code };
      target.dispatchEvent(new Event('error'));
    },
    playing: async () => {},
  };
  return fake;
};

type Answer =
  | { readonly status: number; readonly contentType?: string }
  | 'unreadable'
  | 'unreachable';

/** A web that gives each address its answer; `unreadable` is an answer that other sites may not see. */
export const fakeFetch =
  (answers: Readonly<Record<string, Answer>>): typeof fetch =>
  async (input, init) => {
    const answer = answers[String(input)] ?? 'unreachable';
    if (answer === 'unreachable' || (answer === 'unreadable' && init?.mode !== 'no-cors')) {
      throw new TypeError('Failed to fetch');
    }
    if (answer === 'unreadable') {
      return new Response();
    }
    const { contentType, status } = answer;
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    return new Response(null, { status, headers });
  };
