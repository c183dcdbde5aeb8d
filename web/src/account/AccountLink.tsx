import { Clapperboard, History, Users } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Avatar } from '../people/avatar';
import { useTexts } from '../texts/language';
import { useSession } from './session';
import './account.css';

const NewsBadge = lazy(async () => ({ default: (await import('../friends/NewsBadge')).NewsBadge }));

/** In the head of a page: the library, what was watched, the people, with how much waits there, and the account of who is signed in, or the way to sign in. Nothing while that is not known. */
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
        <>
          <Link href="/library" className="pill people-link">
            <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="people-word">{texts.library}</span>
          </Link>
          <Link href="/watched" className="pill people-link">
            <History size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="people-word">{texts.watched}</span>
          </Link>
          <Link href="/people" className="pill people-link">
            <Users size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="people-word">{texts.people}</span>
            <Suspense fallback={null}>
              <NewsBadge />
            </Suspense>
          </Link>
          <Link href="/account" className="pill account-link" aria-label={texts.yours}>
            <Avatar
              id={session.account.id}
              name={session.account.name}
              portrait={session.account.portrait}
            />
            <span>{session.account.name}</span>
          </Link>
        </>
      );
  }
};
