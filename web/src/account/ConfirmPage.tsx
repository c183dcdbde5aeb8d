import { useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import { confirmAddress } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Framed } from './Framed';
import { tokenOf } from './token';
import { useAsking } from './useAsking';

/** Where the letter leads that confirms an address: shows its token to the server at once. Doing so twice harms nothing. */
export const ConfirmPage = () => {
  const texts = useTexts();
  const token = tokenOf(useSearch());
  const { isDone, trouble, ask } = useAsking();
  useEffect(() => {
    void ask(() => confirmAddress(token));
  }, [ask, token]);
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
