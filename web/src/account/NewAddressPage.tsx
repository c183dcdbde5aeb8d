import { Link, Redirect } from 'wouter';
import { confirmEmail } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Framed } from './Framed';
import { asMe, lookAgain, useSession } from './session';
import { useLetterToken } from './token';
import { useAsking } from './useAsking';

/**
 * Where the letter to another address leads: asks who is not signed in to do so, then whether it is theirs. By a click, for the link
 * works once.
 */
export const NewAddressPage = () => {
  const texts = useTexts().account;
  const { token, forget } = useLetterToken('new-address');
  const session = useSession();
  const { isBusy, isDone, trouble, ask } = useAsking();
  if (session.type === 'out') return <Redirect to="/sign-in?to=/new-address" replace />;
  const onConfirm = async () => {
    if (!(await ask(() => asMe(confirmEmail(token))))) return;
    forget();
    lookAgain();
  };
  return (
    <Framed title={texts.newEmailTitle} lead={isDone ? undefined : texts.newEmailLead}>
      {trouble && <Trouble text={trouble} />}
      <p role="status">{isDone && texts.newEmailDone}</p>
      {!isDone && (
        <button type="button" className="action" disabled={isBusy} onClick={() => void onConfirm()}>
          {texts.newEmailConfirm}
        </button>
      )}
      {(isDone || trouble) && (
        <Link href="/account" className={isDone ? 'action' : 'link-button'}>
          {texts.toAccount}
        </Link>
      )}
    </Framed>
  );
};
