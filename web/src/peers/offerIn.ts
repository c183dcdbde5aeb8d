import { type Offer, readCode, sessionOf, type Unreadable } from '@matinee/link/peers/code';
import { memberIn } from '@matinee/link/peers/peerConnection';

/** Why a code is no invitation for this page. */
export type NotAnOffer = Unreadable | 'ownOffer' | 'isAnswer' | 'used' | 'unusable';

export type Read =
  | { readonly type: 'offer'; readonly offer: Offer }
  | { readonly type: 'refused'; readonly why: NotAnOffer };

/** The invitation in what somebody pasted, for `member`, who has come by the one of the session `used` before. */
export const offerIn = async (
  pasted: string,
  member: string,
  used: string | undefined,
): Promise<Read> => {
  const read = await readCode(pasted);
  if (read.type === 'unreadable') return refused(read.why);
  const { introduction } = read;
  if (introduction.type === 'answer') return refused('isAnswer');
  if (memberIn(introduction.sdp) === member) return refused('ownOffer');
  return used !== undefined && sessionOf(introduction.sdp) === used
    ? refused('used')
    : { type: 'offer', offer: introduction };
};

const refused = (why: NotAnOffer): Read => ({ type: 'refused', why });
