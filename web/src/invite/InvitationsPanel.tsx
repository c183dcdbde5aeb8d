import { useState } from 'react';
import type { MadeInvitation, SentInvitation } from '../api/invitations';
import { useByLetterTexts } from '../texts/byLetter/texts';
import { useInvitationTexts } from '../texts/invitations/texts';
import { useTexts } from '../texts/language';
import { linkWith } from './held';
import { InvitationForm } from './InvitationForm';
import { InvitationList } from './InvitationList';
import { LetterForm } from './LetterForm';
import { useLinkForOthers } from './linkForOthers';
import { SentLetters } from './SentLetters';
import { ShareLink } from './ShareButton';
import { ShownLink } from './ShownLink';
import { useInvitations } from './useInvitations';
import './invitations.css';

type MadeProps = {
  readonly link: string;
  readonly title: string | undefined;
  readonly onBack: () => void;
};

const Made = ({ link: ownLink, title, onBack }: MadeProps) => {
  const texts = useInvitationTexts();
  const { localOnly } = useTexts().invite;
  const link = useLinkForOthers(ownLink);
  return (
    <>
      <p role="status">
        <strong>{texts.madeTitle}.</strong> {texts.madeText}
      </p>
      <ShownLink link={link} label={texts.link} localOnly={localOnly}>
        <ShareLink link={link} title={title} />
      </ShownLink>
      <button type="button" className="pill" onClick={onBack}>
        {texts.back}
      </button>
    </>
  );
};

type Step =
  | { readonly type: 'list' | 'form' | 'letters' }
  | { readonly type: 'sent'; readonly sent: readonly SentInvitation[] }
  | { readonly type: 'made'; readonly made: MadeInvitation };

type InvitationsPanelProps = {
  readonly roomId: string;
  readonly roomLink: string;
  readonly title: string | undefined;
};

/** The invitations to a room: made here, shown once, listed, and taken back. */
export const InvitationsPanel = ({ roomId, roomLink, title }: InvitationsPanelProps) => {
  const texts = useInvitationTexts();
  const byLetter = useByLetterTexts();
  const invitations = useInvitations(roomId);
  const [step, setStep] = useState<Step>({ type: 'list' });
  const toList = () => setStep({ type: 'list' });
  switch (step.type) {
    case 'form':
      return (
        <InvitationForm
          roomId={roomId}
          onMade={(made) => {
            setStep({ type: 'made', made });
            void invitations.load();
          }}
          onBack={toList}
        />
      );
    case 'letters':
      return (
        <>
          <p>{byLetter.lead}</p>
          <LetterForm
            roomId={roomId}
            onSent={(sent) => {
              setStep({ type: 'sent', sent });
              void invitations.load();
            }}
            onBack={toList}
          />
        </>
      );
    case 'sent':
      return <SentLetters sent={step.sent} roomLink={roomLink} onBack={toList} />;
    case 'made':
      return <Made link={linkWith(roomLink, step.made.token)} title={title} onBack={toList} />;
    case 'list':
      return (
        <>
          <p>{texts.lead}</p>
          <div className="invitation-answers">
            <button type="button" className="action" onClick={() => setStep({ type: 'form' })}>
              {texts.make}
            </button>
            <button type="button" className="pill" onClick={() => setStep({ type: 'letters' })}>
              {byLetter.make}
            </button>
          </div>
          <InvitationList
            roomId={roomId}
            invitations={invitations}
            onUnsent={(sent) => setStep({ type: 'sent', sent: [sent] })}
          />
        </>
      );
  }
};
