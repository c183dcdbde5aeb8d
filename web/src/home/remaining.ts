import type { UploadProgress } from '../api/upload';
import type { Texts } from '../texts/en';

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
