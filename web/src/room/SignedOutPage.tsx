import { useEffect } from 'react';
import { Link } from 'wouter';
import { lookAgain, useSession } from '../account/session';
import { useTexts } from '../texts/language';
import { Notice } from './OutsidePages';

type SignedOutPageProps = {
  readonly roomId: string;
  readonly onComeIn: () => void;
  readonly onSomebodyElse: () => void;
};

/** Shown when the session has ended with which the person was in the room. Whoever has signed in meanwhile, in another tab say, goes on with that. */
export const SignedOutPage = ({ roomId, onComeIn, onSomebodyElse }: SignedOutPageProps) => {
  const texts = useTexts();
  const session = useSession();
  useEffect(lookAgain, []);
  return (
    <Notice title={texts.places.signedOutTitle} text={texts.places.signedOutText}>
      {session.type === 'in' && (
        <button type="button" className="action" onClick={onComeIn}>
          {texts.places.comeInAs(session.account.name)}
        </button>
      )}
      {session.type === 'out' && (
        <Link href={`/sign-in?to=${encodeURIComponent(`/r/${roomId}`)}`} className="action">
          {texts.account.signIn}
        </Link>
      )}
      <button type="button" className="pill" onClick={onSomebodyElse}>
        {texts.places.somebodyElse}
      </button>
    </Notice>
  );
};
