import { fingerprintOf } from './fingerprint';
import type { Asked, Told } from './inWorker';

const tell = (told: Told): void => self.postMessage(told);

self.onmessage = ({ data: { file, salt } }: MessageEvent<Asked>): void => {
  fingerprintOf(file, salt, (share) => tell({ type: 'progress', share })).then(
    (fingerprint) => tell({ type: 'done', fingerprint }),
    () => tell({ type: 'unreadable' }),
  );
};
