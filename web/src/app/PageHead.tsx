import { Link } from 'wouter';
import { AccountLink } from '../account/AccountLink';
import { useTexts } from '../texts/language';
import { LanguageChoice } from './LanguageChoice';
import './pageHead.css';

/** The head of a page outside a room: the way home, the language, and who is signed in. */
export const PageHead = () => (
  <header className="page-head">
    <Link href="/" className="wordmark" aria-label={useTexts().common.home}>
      Matinee
    </Link>
    <div>
      <LanguageChoice />
      <AccountLink />
    </div>
  </header>
);
