import { Link } from 'wouter';
import { Avatar } from '../people/avatar';
import { useTexts } from '../texts/language';
import { useSession } from './session';
import './account.css';

/** In the head of a page: the person who is signed in, or the way to sign in. Nothing while that is not known. */
export const AccountLink = () => {
  const texts = useTexts().account;
  const session = useSession();
  switch (session.type) {
    case 'unknown':
      return null;
    case 'out':
      return (
        <Link href="/sign-in" className="pill">
          {texts.signIn}
        </Link>
      );
    case 'in':
      return (
        <Link href="/account" className="pill account-link" aria-label={texts.yours}>
          <Avatar id={session.account.id} name={session.account.name} />
          <span>{session.account.name}</span>
        </Link>
      );
  }
};
