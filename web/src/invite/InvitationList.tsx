import { useState } from 'react';
import { type Invitation, revokeInvitation } from '../api/invitations';
import { useInvitationTexts } from '../texts/invitations/texts';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import type { Invitations } from './useInvitations';

type RowProps = {
  readonly roomId: string;
  readonly invitation: Invitation;
  readonly onRevoked: () => void;
};

/** What is to be known of an invitation, but its state. */
const useFacts = ({ standing, used, uses, expiresAt }: Invitation): string => {
  const texts = useInvitationTexts();
  const { language } = useLanguage();
  const date = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [
    texts.standings[standing],
    uses === undefined ? texts.usedAny(used) : texts.used(used, uses),
    ...(expiresAt === undefined ? [] : [texts.until(date.format(new Date(expiresAt)))]),
  ].join(' · ');
};

const Revoking = ({ roomId, invitation, onRevoked }: RowProps) => {
  const texts = useInvitationTexts();
  const { cancel } = useTexts().common;
  const [step, setStep] = useState<'idle' | 'asked' | 'busy' | 'failed'>('idle');
  const revoke = async () => {
    setStep('busy');
    const result = await revokeInvitation(roomId, invitation.id);
    if (result.type === 'done') onRevoked();
    else setStep('failed');
  };
  if (step === 'idle')
    return (
      <button
        type="button"
        className="pill"
        aria-label={texts.revokeOf(invitation.label || texts.unnamed)}
        onClick={() => setStep('asked')}
      >
        {texts.revoke}
      </button>
    );
  return (
    <fieldset className="invitation-question" aria-label={texts.revokeText}>
      <p>{texts.revokeText}</p>
      {step === 'failed' && <Trouble text={texts.notDone} />}
      <div className="invitation-answers">
        <button
          type="button"
          className="action danger"
          disabled={step === 'busy'}
          onClick={() => void revoke()}
        >
          {texts.revoke}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the answer that does no harm comes first. */}
        <button type="button" className="pill" autoFocus onClick={() => setStep('idle')}>
          {cancel}
        </button>
      </div>
    </fieldset>
  );
};

const Row = (props: RowProps) => {
  const texts = useInvitationTexts();
  const { invitation } = props;
  const facts = useFacts(invitation);
  const isOpen = invitation.state === 'OPEN';
  return (
    <li className="invitation-row" data-open={isOpen}>
      <div>
        <strong>{invitation.label || texts.unnamed}</strong>
        <small className="numbers">{facts}</small>
      </div>
      <span className="invitation-state" data-state={invitation.state}>
        {texts.states[invitation.state]}
      </span>
      {isOpen && <Revoking {...props} />}
    </li>
  );
};

/** The invitations to a room and how they stand; open ones can be taken back. */
export const InvitationList = ({
  roomId,
  invitations: { type, all, total, load },
}: {
  readonly roomId: string;
  readonly invitations: Invitations;
}) => {
  const texts = useInvitationTexts();
  const { tryAgain } = useTexts().common;
  if (type === 'failed')
    return (
      <div className="invitation-empty">
        <Trouble text={texts.notLoaded} />
        <button type="button" className="pill" onClick={() => void load()}>
          {tryAgain}
        </button>
      </div>
    );
  if (type === 'loading')
    return (
      <div className="skeleton invitation-skeleton" role="status" aria-label={texts.loading} />
    );
  if (all.length === 0)
    return (
      <div className="invitation-empty">
        <strong>{texts.empty}</strong>
        <p>{texts.emptyText}</p>
      </div>
    );
  return (
    <>
      <ul className="invitation-list" aria-label={texts.list}>
        {all.map((invitation) => (
          <Row
            key={invitation.id}
            roomId={roomId}
            invitation={invitation}
            onRevoked={() => void load()}
          />
        ))}
      </ul>
      {all.length < total && (
        <button type="button" className="pill" onClick={() => void load(all.length)}>
          {texts.more}
        </button>
      )}
    </>
  );
};
