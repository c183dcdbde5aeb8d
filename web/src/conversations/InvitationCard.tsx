import { Clapperboard } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { answerInvitation, type Invited } from '../api/conversations';
import { later, wallNowMs } from '../device/clock';
import { useVisit } from '../home/useVisit';
import type { PeopleTexts } from '../texts/people/en';
import { usePeopleTexts } from '../texts/people/texts';
import { linkToInvited } from './linkToInvited';
import { type Standing, standingOf } from './standing';
import type { Conversation } from './useConversation';

const longestTimerMs = 2 ** 31 - 1;

const useStanding = (invitation: Invited): Standing => {
  const [standing, setStanding] = useState(() => standingOf(invitation, wallNowMs()));
  useEffect(() => {
    const look = () => setStanding(standingOf(invitation, wallNowMs()));
    look();
    const leftMs = Date.parse(invitation.endsAt) - wallNowMs();
    return leftMs > 0 ? later(Math.min(leftMs + 1000, longestTimerMs), look) : undefined;
  }, [invitation]);
  return standing;
};

const wordsOf = (texts: PeopleTexts, standing: Standing, isOwn: boolean, name: string): string => {
  switch (standing) {
    case 'open':
      return isOwn ? texts.waitsFor(name) : texts.asksYou(name);
    case 'expired':
      return texts.invitationExpired;
    case 'accepted':
      return isOwn ? texts.theyAccepted(name) : texts.youAccepted;
    case 'declined':
      return isOwn ? texts.theyDeclined(name) : texts.youDeclined;
    case 'withdrawn':
      return texts.invitationWithdrawn;
  }
};

type CardProps = {
  readonly invitation: Invited;
  readonly isOwn: boolean;
  /** What the other is called. */
  readonly name: string;
  readonly conversation: Conversation;
};

/** An invitation to watch together, with how it stands and what may be done about it. */
export const InvitationCard = ({ invitation, isOwn, name, conversation }: CardProps) => {
  const texts = usePeopleTexts();
  const visit = useVisit();
  const standing = useStanding(invitation);
  const [isBusy, setBusy] = useState(false);
  const link = linkToInvited(invitation);
  const answer = async (what: 'accepted' | 'declined' | 'withdrawn') => {
    setBusy(true);
    const isDone = await conversation.act((person) =>
      answerInvitation(person, invitation.number, what),
    );
    setBusy(false);
    if (isDone && what === 'accepted') visit(link);
  };
  const isIn = standing === 'accepted' || (standing === 'open' && isOwn);
  return (
    <div className="invitation" data-standing={standing}>
      <Clapperboard size={22} strokeWidth={1.75} aria-hidden="true" />
      <p className="invitation-words">
        <strong>{invitation.title === '' ? texts.watchTogether : invitation.title}</strong>
        <span aria-live="polite">{wordsOf(texts, standing, isOwn, name)}</span>
      </p>
      <div className="invitation-actions">
        {standing === 'open' && !isOwn && (
          <>
            <button
              type="button"
              className="action"
              disabled={isBusy}
              onClick={() => void answer('accepted')}
            >
              {texts.accept}
            </button>
            <button
              type="button"
              className="pill"
              disabled={isBusy}
              onClick={() => void answer('declined')}
            >
              {texts.decline}
            </button>
          </>
        )}
        {isIn && (
          <Link href={link} className="action">
            {texts.goIn}
          </Link>
        )}
        {standing === 'open' && isOwn && (
          <button
            type="button"
            className="pill"
            disabled={isBusy}
            onClick={() => void answer('withdrawn')}
          >
            {texts.withdraw}
          </button>
        )}
      </div>
    </div>
  );
};
