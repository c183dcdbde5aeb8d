import { isLivePosition } from '@matinee/link/live';
import { clockText } from '../player/position';
import type { Texts } from '../texts/en';
import type { Proposal } from './view';

/** What somebody would like to be done with the film, in words that follow on a name. */
export const wishText = ({ asking, queue }: Texts, wish: Proposal['wish']): string => {
  switch (wish.type) {
    case 'play':
    case 'pause':
      return asking[wish.type];
    case 'seek':
      return isLivePosition(wish.positionMs)
        ? asking.seekLive
        : asking.seek(clockText(wish.positionMs));
    case 'setRate':
      return asking.setRate(String(wish.rate));
    case 'load':
      return asking.load(wish.media.title);
    case 'enqueue':
      return queue.asking.enqueue(wish.media.map(({ title }) => title).join(', '));
    case 'dequeue':
    case 'moveQueued':
    case 'playQueued':
    case 'setAutoAdvance':
    case 'stay':
      return queue.asking[wish.type];
  }
};
