import { useState } from 'react';
import {
  type Invitation,
  revokeInvitation,
  type SentInvitation,
  sendInvitationAgain,
} from '../api/invitations';
import { useByLetterTexts } from '../texts/byLetter/texts';
import { useInvitationTexts } from '../texts/invitations/texts';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { troubleOfLetters } from './LetterForm';
import type { Invitations } from './useInvitations';

type RowProps = {
  readonly roomId: string;
  readonly invitation: Invitation;
  /** It is otherwise now. */
  readonly onChanged: () => void;
  /** It was sent again, and no letter goes. */
  readonly onUnsent: (sent: SentInvitation) => void;
};

/** By what an invitation is known again. */
const useNameOf = ({ to, label }: Invitation): string => {
  const { unnamed } = useInvitationTexts();
  return to ?? (label || unnamed);
};

/** How an invitation stands: of one that was accepted by whom, of one that is open what became of its letter. */
const useStanding = ({ state, uses, guest, letter }: Invitation): string => {
  const texts = useByLetterTexts();
  const { states } = useInvitationTexts();
  if (state === 'USED_UP' && uses === 1)
    return guest === undefined ? texts.accepted : texts.acceptedBy(guest);
  if (state !== 'OPEN' || letter === undefined) return states[state];
  const ofLetter = { WAITING: texts.waiting, SENT: texts.pending, FAILED: texts.failed };
  return letter === 'NONE' ? texts.unsent : ofLetter[letter];
};

/** What is to be known of an invitation, but its state. */
const useFacts = ({ standing, used, uses, expiresAt, to }: Invitation): string => {
  const texts = useInvitationTexts();
  const { language } = useLanguage();
  const date = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return [
    texts.standings[standing],
    ...(to !== undefined
      ? []
      : [uses === undefined ? texts.usedAny(used) : texts.used(used, uses)]),
    ...(expiresAt === undefined ? [] : [texts.until(date.format(new Date(expiresAt)))]),
  ].join(' · ');
};

const Revoking = ({ roomId, invitation, onChanged }: RowProps) => {
  const texts = useInvitationTexts();
  const name = useNameOf(invitation);
  const { cancel } = useTexts().common;
  const [step, setStep] = useState<'idle' | 'asked' | 'busy' | 'failed'>('idle');
  const revoke = async () => {
    setStep('busy');
    const result = await revokeInvitation(roomId, invitation.id);
    if (result.type === 'done') onChanged();
    else setStep('failed');
  };
  if (step === 'idle')
    return (
      <button
        type="button"
        className="pill"
        aria-label={texts.revokeOf(name)}
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

const SendingAgain = ({ roomId, invitation, onChanged, onUnsent }: RowProps) => {
  const texts = useByLetterTexts();
  const others = useInvitationTexts();
  const name = useNameOf(invitation);
  const [step, setStep] = useState<'idle' | 'busy' | 'done'>('idle');
  const [trouble, setTrouble] = useState<string>();
  const again = async () => {
    setStep('busy');
    setTrouble(undefined);
    const result = await sendInvitationAgain(roomId, invitation.id);
    setStep(result.type === 'done' ? 'done' : 'idle');
    if (result.type !== 'done') return setTrouble(troubleOfLetters(result, texts, others));
    onChanged();
    if (result.value.token !== undefined) onUnsent(result.value);
  };
  return (
    <>
      <button
        type="button"
        className="pill"
        aria-label={texts.againTo(name)}
        disabled={step === 'busy'}
        onClick={() => void again()}
      >
        {texts.again}
      </button>
      <p className="unseen" role="status">
        {step === 'done' && texts.isSentAgain(name)}
      </p>
      {trouble && <Trouble text={trouble} />}
    </>
  );
};

const Row = (props: RowProps) => {
  const { invitation } = props;
  const name = useNameOf(invitation);
  const facts = useFacts(invitation);
  const standing = useStanding(invitation);
  const isOpen = invitation.state === 'OPEN';
  return (
    <li className="invitation-row" data-open={isOpen} data-sent={invitation.to !== undefined}>
      <div>
        <strong>{name}</strong>
        <small className="numbers">{facts}</small>
      </div>
      <span
        className="invitation-state"
        data-state={invitation.letter === 'FAILED' ? 'FAILED' : invitation.state}
      >
        {standing}
      </span>
      {invitation.to !== undefined && invitation.used === 0 && <SendingAgain {...props} />}
      {isOpen && <Revoking {...props} />}
    </li>
  );
};

/** The invitations to a room and how they stand; open ones can be taken back. */
export const InvitationList = ({
  roomId,
  invitations: { type, all, total, load },
  onUnsent,
}: {
  readonly roomId: string;
  readonly invitations: Invitations;
  readonly onUnsent: RowProps['onUnsent'];
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
            onChanged={() => void load()}
            onUnsent={onUnsent}
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
