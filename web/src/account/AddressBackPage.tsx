import { Link } from 'wouter';
import { undoEmail } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Framed } from './Framed';
import { left } from './session';
import { useLetterToken } from './token';
import { useAsking } from './useAsking';

/** Where the letter to the address before leads: keeps that address, by a click, and asks for a new password then. */
export const AddressBackPage = () => {
  const texts = useTexts().account;
  const { token, forget } = useLetterToken('address-back');
  const { isBusy, isDone, trouble, ask } = useAsking();
  const onKeep = async () => {
    if (!(await ask(() => undoEmail(token)))) return;
    forget();
    left();
  };
  return (
    <Framed title={texts.keepEmailTitle} lead={isDone ? undefined : texts.keepEmailLead}>
      {trouble && <Trouble text={trouble} />}
      <p role="status">{isDone && texts.keepEmailDone}</p>
      {isDone ? (
        <Link href="/forgotten" className="action">
          {texts.forgottenTitle}
        </Link>
      ) : (
        <button type="button" className="action" disabled={isBusy} onClick={() => void onKeep()}>
          {texts.keepEmail}
        </button>
      )}
    </Framed>
  );
};
