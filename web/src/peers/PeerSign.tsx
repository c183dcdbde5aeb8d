import { Waypoints } from 'lucide-react';
import { usePeerTexts } from '../texts/peers/texts';
import { Floating } from '../ui/floating';

/** Says in the head of a room that it has no server, and what that means. `keeper` is whose page keeps it; nothing for this one. */
export const PeerSign = ({ keeper }: { readonly keeper?: string }) => {
  const texts = usePeerTexts();
  return (
    <Floating
      kind="dialog"
      label={texts.sign}
      opener={(opener) => (
        <button type="button" className="pill peer-sign" aria-label={texts.sign} {...opener}>
          <Waypoints size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="wide-words">{texts.sign}</span>
        </button>
      )}
    >
      {() => (
        <div className="peer-truths">
          <p>
            <strong>{texts.signText}</strong>{' '}
            {keeper === undefined ? texts.youKeep : texts.theyKeep(keeper)}
          </p>
          <p>{texts.truths.addresses}</p>
          <p>{texts.truths.absent}</p>
        </div>
      )}
    </Floating>
  );
};
