import type { Texts } from '../texts/en';

/** How far an upload is. `bytesPerSecond` is that of the last few seconds, 0 while unknown. */
export type UploadProgress = {
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
};

type Sample = { readonly atMs: number; readonly bytes: number };

/** Bytes a second over the last `windowMs` of samples; 0 for fewer than two. */
export const speedOf = (samples: readonly Sample[], windowMs: number): number => {
  const last = samples.at(-1);
  const first = last && samples.find((sample) => sample.atMs >= last.atMs - windowMs);
  if (!last || !first || last.atMs <= first.atMs) return 0;
  return ((last.bytes - first.bytes) * 1000) / (last.atMs - first.atMs);
};

const windowMs = 5000;

/** Measures how fast bytes go, from how many have gone at moments of the page's clock. */
export const speedometer = () => {
  let samples: readonly Sample[] = [];
  return (atMs: number, bytes: number): number => {
    samples = [...samples.filter((sample) => sample.atMs >= atMs - windowMs), { atMs, bytes }];
    return speedOf(samples, windowMs);
  };
};

/** The time an upload still takes in words, rounded to what people say; nothing while the speed is unknown. */
export const remainingText = (
  texts: Texts,
  { sentBytes, totalBytes, bytesPerSecond }: UploadProgress,
): string | undefined => {
  if (bytesPerSecond <= 0) return undefined;
  const seconds = Math.ceil((totalBytes - sentBytes) / bytesPerSecond);
  const { upload } = texts;
  if (seconds < 60) return upload.left(upload.seconds(seconds));
  if (seconds < 3600) return upload.left(upload.minutes(Math.ceil(seconds / 60)));
  return upload.left(upload.hours(Math.ceil(seconds / 3600)));
};
