import { WifiOff } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { usePeerTexts } from '../texts/peers/texts';
import { Dialog } from '../ui/dialog';
import { PasteOffer } from './PasteOffer';
import { PeerRoom } from './PeerRoom';
import { PeerSheet } from './PeerSheet';
import { PeerSign } from './PeerSign';
import { ShownCode } from './ShownCode';
import type { Visit, Visiting } from './visit';

type AnswerProps = { readonly keeper: string; readonly code: string };

const Answer = ({ keeper, code }: AnswerProps) => {
  const texts = usePeerTexts();
  return (
    <>
      <p>{texts.sendBackText(keeper)}</p>
      <ShownCode label={texts.theAnswer} text={code} />
      <p className="peer-waiting" role="status">
        {texts.waiting(keeper)}
      </p>
      <p className="hint">{texts.waitingLong(keeper)}</p>
    </>
  );
};

/** Says that the connection is gone for good, and leads back by two new codes. */
const Gone = ({ visit, visiting }: { readonly visit: Visit; readonly visiting: Visiting }) => {
  const texts = usePeerTexts();
  const [isOpen, setOpen] = useState(false);
  const { keeper, code } = visiting;
  return (
    <>
      <div className="banner" data-testid="connection-lost">
        <WifiOff size={18} strokeWidth={1.75} aria-hidden="true" />
        <p>{texts.gone(keeper)}</p>
        <button type="button" className="pill" onClick={() => setOpen(true)}>
          {texts.comeBack}
        </button>
      </div>
      {isOpen && (
        <Dialog title={texts.comeBackTitle} onClose={() => setOpen(false)}>
          {code === undefined ? (
            <>
              <p>{texts.comeBackText(keeper)}</p>
              <PasteOffer person={() => Promise.resolve(visit.person)} onOffer={visit.answer} />
            </>
          ) : (
            <Answer keeper={keeper} code={code} />
          )}
        </Dialog>
      )}
    </>
  );
};

const OnlyKeeper = ({
  keeper,
  onClose,
}: {
  readonly keeper: string;
  readonly onClose: () => void;
}) => {
  const texts = usePeerTexts();
  return (
    <Dialog title={texts.inviteTitle} onClose={onClose}>
      <p>{texts.onlyKeeper(keeper)}</p>
    </Dialog>
  );
};

type VisitPageProps = { readonly visit: Visit; readonly onOther: () => void };

/** The answer to an invitation, until it has been read; then the room of another's page. */
export const VisitPage = ({ visit, onOther }: VisitPageProps) => {
  const texts = usePeerTexts();
  const visiting = useSyncExternalStore(visit.subscribe, visit.current);
  if (visiting === undefined) return null;
  const { keeper, code, port, isGone } = visiting;
  if (port)
    return (
      <PeerRoom
        port={port}
        withoutServer={{
          sign: <PeerSign keeper={keeper} />,
          invitation: (onClose) => <OnlyKeeper keeper={keeper} onClose={onClose} />,
          hasBegun: false,
          gone: isGone ? <Gone visit={visit} visiting={visiting} /> : undefined,
        }}
      />
    );
  return (
    <PeerSheet title={texts.sendBack(keeper)}>
      {code !== undefined && <Answer keeper={keeper} code={code} />}
      <button type="button" className="link-button peer-another" onClick={onOther}>
        {texts.other}
      </button>
    </PeerSheet>
  );
};
