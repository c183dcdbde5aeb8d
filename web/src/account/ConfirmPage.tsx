import { useEffect } from 'react';
import { Link, Redirect } from 'wouter';
import { confirmAddress } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Framed } from './Framed';
import { asMe, nowConfirmed, useSession } from './session';
import { useLetterToken } from './token';
import { useAsking } from './useAsking';

/**
 * Where the letter leads that confirms an address: asks who is not signed in to do so, then shows the token to the server at once.
 * Doing so twice harms nothing.
 */
export const ConfirmPage = () => {
  const texts = useTexts();
  const { token, forget } = useLetterToken('confirm');
  const isOut = useSession().type === 'out';
  const { isDone, trouble, ask } = useAsking();
  useEffect(() => {
    if (isOut) return;
    void ask(async () => {
      const result = await asMe(confirmAddress(token));
      if (result.type === 'done') {
        forget();
        nowConfirmed();
      }
      return result;
    });
  }, [ask, isOut, token, forget]);
  if (isOut) return <Redirect to="/sign-in?to=/confirm" replace />;
  return (
    <Framed title={texts.account.confirmTitle}>
      {trouble ? (
        <Trouble text={trouble} />
      ) : (
        <p role="status">{isDone ? texts.account.confirmed : texts.account.confirming}</p>
      )}
      <Link href="/account" className="action">
        {texts.account.toAccount}
      </Link>
    </Framed>
  );
};
