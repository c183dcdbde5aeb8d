import { useEffect, useState } from 'react';
import { addressOfRoom, linkOfRoom } from '../api/inRoom';
import { declineInvitation, type GoodInvitation, lookAtInvitation } from '../api/invitations';
import type { Result } from '../api/request';
import { NameGate } from '../room/NameGate';
import { Notice } from '../room/OutsidePages';
import { useByLetterTexts } from '../texts/byLetter/texts';
import type { InvitationTexts } from '../texts/invitations/en';
import { useInvitationTexts } from '../texts/invitations/texts';
import { Trouble } from '../ui/trouble';
import { linkWith } from './held';

/** What came of looking at an invitation. `unclear`: it cannot be told now, and is told at the door. */
type Look =
  | { readonly type: 'looking' | 'unclear' }
  | { readonly type: 'good'; readonly invitation: GoodInvitation }
  | { readonly type: 'over'; readonly why: keyof InvitationTexts['over'] };

const isWhy = (kind: string, texts: InvitationTexts): kind is keyof InvitationTexts['over'] =>
  kind in texts.over;

const lookOf = (result: Result<GoodInvitation>, texts: InvitationTexts): Look => {
  if (result.type === 'done') return { type: 'good', invitation: result.value };
  if (result.type === 'failed' && isWhy(result.kind, texts))
    return { type: 'over', why: result.kind };
  return { type: 'unclear' };
};

const useLook = (roomId: string, token: string): Look => {
  const texts = useInvitationTexts();
  const [look, setLook] = useState<Look>({ type: 'looking' });
  useEffect(() => {
    let wanted = true;
    setLook({ type: 'looking' });
    void lookAtInvitation(roomId, token).then((result) => {
      if (!wanted) return;
      if (addressOfRoom(roomId) !== '')
        return location.replace(linkWith(linkOfRoom(roomId), token));
      setLook(lookOf(result, texts));
    });
    return () => {
      wanted = false;
    };
  }, [roomId, token, texts]);
  return look;
};

type DecliningProps = {
  readonly roomId: string;
  readonly token: string;
  readonly onDeclined: (token: string) => void;
};

const Declining = ({ roomId, token, onDeclined }: DecliningProps) => {
  const { decline } = useByLetterTexts();
  const { notDone } = useInvitationTexts();
  const [step, setStep] = useState<'idle' | 'busy' | 'failed'>('idle');
  const onDecline = async () => {
    setStep('busy');
    const result = await declineInvitation(roomId, token);
    if (result.type === 'done') onDeclined(token);
    else setStep('failed');
  };
  return (
    <>
      {step === 'failed' && <Trouble text={notDone} />}
      <button
        type="button"
        className="pill"
        disabled={step === 'busy'}
        onClick={() => void onDecline()}
      >
        {decline}
      </button>
    </>
  );
};

type InvitedGateProps = {
  readonly roomId: string;
  readonly token: string;
  readonly onName: (name: string) => void;
  readonly onWithout: () => void;
};

/** Says to what and as what somebody is invited, and asks for a name; or why the invitation is good no more, and what to do. */
export const InvitedGate = ({ roomId, token, onName, onWithout }: InvitedGateProps) => {
  const texts = useInvitationTexts();
  const byLetter = useByLetterTexts();
  const look = useLook(roomId, token);
  const [declined, setDeclined] = useState<string>();
  if (declined === token) return <Notice title={byLetter.declined} text={byLetter.declinedText} />;
  switch (look.type) {
    case 'looking':
      return (
        <main className="full-page gate">
          <p className="unseen" role="status">
            {texts.looking}
          </p>
        </main>
      );
    case 'unclear':
      return <NameGate onName={onName} />;
    case 'good': {
      const { standing, name, declinable } = look.invitation;
      return (
        <NameGate
          onName={onName}
          title={name === undefined ? undefined : texts.invitedTo(name)}
          lead={texts.invited[standing]}
        >
          {declinable && <Declining roomId={roomId} token={token} onDeclined={setDeclined} />}
        </NameGate>
      );
    }
    case 'over':
      return (
        <Notice title={texts.over[look.why].title} text={texts.over[look.why].text}>
          <button type="button" className="pill" onClick={onWithout}>
            {texts.without}
          </button>
        </Notice>
      );
  }
};
