import type { Unanswered } from '@matinee/link/peers/invitations';
import { useCallback, useEffect, useState } from 'react';
import { isLocalOnly } from '../invite/linkForOthers';
import { useTexts } from '../texts/language';
import { usePeerTexts } from '../texts/peers/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import type { KeptRoom } from './keptRoom';
import { PasteCode } from './PasteCode';
import { ShownCode } from './ShownCode';

/** What is sent to whoever shall come: a link with the code behind the `#`, which no server sees, unless that works on this computer only. */
const sentOf = (code: string): string =>
  isLocalOnly(location.hostname) ? code : `${location.href.split('#', 1)[0]}#${code}`;

type Made =
  | { readonly type: 'making' | 'failed' }
  | { readonly type: 'made'; readonly code: string };

/** The invitation that waits, and how to have another. */
const useInvitation = (room: KeptRoom) => {
  const [made, setMade] = useState<Made>({ type: 'making' });
  const show = useCallback((making: Promise<string>) => {
    setMade({ type: 'making' });
    making.then(
      (code) => setMade({ type: 'made', code }),
      () => setMade({ type: 'failed' }),
    );
  }, []);
  useEffect(() => show(room.invitation()), [room, show]);
  return { made, renew: () => show(room.invitation()), another: () => show(room.another()) };
};

const Invitation = ({ made }: { readonly made: Made }) => {
  const { common } = useTexts();
  const texts = usePeerTexts();
  switch (made.type) {
    case 'making':
      return <div className="skeleton peer-code" role="status" aria-label={common.loading} />;
    case 'failed':
      return <Trouble text={texts.noPeers} />;
    case 'made':
      return <ShownCode label={texts.theInvitation} text={sentOf(made.code)} />;
  }
};

/** An invitation to send, and the answer to it that comes back: then they are connected. */
export const InviteGuest = ({
  room,
  onClose,
}: {
  readonly room: KeptRoom;
  readonly onClose: () => void;
}) => {
  const texts = usePeerTexts();
  const { made, renew, another } = useInvitation(room);
  const [state, setState] = useState<'idle' | 'connecting' | Unanswered>('idle');
  const answer = async (pasted: string) => {
    setState('connecting');
    const answered = await room.answer(pasted);
    if (answered.type === 'connected') return onClose();
    setState(answered.why);
    renew();
  };
  const isBusy = state === 'connecting';
  return (
    <Dialog title={texts.inviteTitle} onClose={onClose}>
      <p>{texts.inviteText}</p>
      <Invitation made={made} />
      <PasteCode
        label={texts.theirAnswer}
        hint={texts.theirAnswerHint}
        action={isBusy ? texts.connecting : texts.letIn}
        isBusy={isBusy}
        trouble={state === 'idle' || isBusy ? undefined : texts.notAnAnswer[state]}
        onCode={answer}
      />
      <button type="button" className="link-button peer-another" onClick={another}>
        {texts.another}
      </button>
    </Dialog>
  );
};
