import type { Answer } from '@matinee/link/answer';
import type { RejectedFor } from './view';

/** Why an answer disappoints the person; nothing if it does not. What was overtaken or changed nothing is no disappointment. */
export const disappointment = (answer: Answer): RejectedFor | undefined => {
  switch (answer.type) {
    case 'accepted':
      return undefined;
    case 'gone':
      return answer.why === 'superseded' || answer.why === 'over' ? undefined : 'NOT_CONNECTED';
    case 'rejected':
      break;
  }
  switch (answer.reason) {
    case 'NOT_ALLOWED':
    case 'NOT_ON_COMPANION':
    case 'MUTED':
    case 'NO_SUCH_LINE':
    case 'LINE_FULL':
    case 'TOO_SOON':
    case 'READ_ONLY':
    case 'BAN_LIST_FULL':
    case 'PROPOSALS_FULL':
    case 'OUT_OF_RANGE':
    case 'QUEUE_FULL':
    case 'VOTES_USED_UP':
    case 'RATE_LIMITED':
    case 'ROOM_FULL':
    case 'REGION_AWAY':
    case 'NO_PUBLIC_LIST':
    case 'UPLOADED_FILM':
      return answer.reason;
    case 'NO_SUCH_PROPOSAL':
    case 'NO_SUCH_ITEM':
    case 'NO_CHANGE':
    case 'STALE':
      return undefined;
    case 'BANNED':
    case 'LOCKED':
    case 'NOT_A_MEMBER':
    case 'NO_MEDIA':
    case 'NO_SUCH_MEMBER':
    case 'NO_SUCH_REGION':
    case 'MOVED':
    case 'CLOSED':
    case 'NOT_INVITED':
    case 'PASSWORD_NEEDED':
      return 'OTHER';
  }
};
