import type { Offer } from '@matinee/link/peers/code';
import { useState } from 'react';
import { usePeerTexts } from '../texts/peers/texts';
import { whatWasBefore } from './before';
import { type NotAnOffer, offerIn } from './offerIn';
import { PasteCode } from './PasteCode';
import type { Person } from './self';

type PasteOfferProps = {
  /** One that came with the address of the page. */
  readonly given?: string | undefined;
  /** Who takes it; nothing where that cannot be said yet, and the page says why. */
  readonly person: () => Promise<Person | undefined>;
  /** Rejects where nothing can be made of it. */
  readonly onOffer: (offer: Offer, person: Person) => Promise<void>;
};

/** Takes an invitation, and says of everything else why it is none. */
export const PasteOffer = ({ given, person, onOffer }: PasteOfferProps) => {
  const texts = usePeerTexts();
  const [state, setState] = useState<'idle' | 'busy' | NotAnOffer>('idle');
  const take = async (pasted: string): Promise<'idle' | NotAnOffer> => {
    const self = await person();
    if (self === undefined) return 'idle';
    const before = whatWasBefore();
    const used = before?.as === 'visitor' ? before.session : undefined;
    const read = await offerIn(pasted, self.member, used);
    if (read.type === 'refused') return read.why;
    return onOffer(read.offer, self).then(
      () => 'idle' as const,
      () => 'unusable' as const,
    );
  };
  return (
    <PasteCode
      given={given}
      label={texts.invitation}
      hint={texts.invitationHint}
      action={state === 'busy' ? texts.answering : texts.answer}
      isBusy={state === 'busy'}
      trouble={state === 'idle' || state === 'busy' ? undefined : texts.notAnOffer[state]}
      onCode={(pasted) => {
        setState('busy');
        void take(pasted).then(setState);
      }}
    />
  );
};
