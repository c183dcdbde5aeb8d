import { useState } from 'react';
import { Redirect } from 'wouter';
import { PageHead } from '../app/PageHead';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { KeepingSection } from '../watched/KeepingSection';
import { DataSection } from './DataSection';
import { DeviceSection } from './DeviceSection';
import { EmailSection } from './EmailSection';
import { PasswordSection } from './PasswordSection';
import { ProfileSection } from './ProfileSection';
import { leave, useSession } from './session';
import { useAsking } from './useAsking';
import './account.css';

const SignOut = () => {
  const texts = useTexts().account;
  const { isBusy, trouble, ask } = useAsking();
  return (
    <>
      <button type="button" className="pill" disabled={isBusy} onClick={() => void ask(leave)}>
        {texts.signOut}
      </button>
      {trouble && <Trouble text={trouble} />}
    </>
  );
};

/** What is kept of the person, and what the person may do with it. */
export const AccountPage = () => {
  const texts = useTexts();
  const session = useSession();
  // Who signs out here wants to go home; who was never in is asked to sign in.
  const [wasIn, setWasIn] = useState(false);
  if (session.type === 'in' && !wasIn) setWasIn(true);
  if (session.type === 'out') return <Redirect to={wasIn ? '/' : '/sign-in?to=/account'} replace />;
  return (
    <div className="account">
      <title>{`${texts.account.yours} · Matinee`}</title>
      <PageHead />
      <main aria-busy={session.type === 'unknown'}>
        <div className="account-head">
          <h1>{texts.account.yours}</h1>
          {session.type === 'in' && <SignOut />}
        </div>
        {session.type === 'unknown' ? (
          <div className="skeleton account-skeleton" />
        ) : (
          <>
            <ProfileSection account={session.account} />
            <EmailSection account={session.account} />
            <PasswordSection />
            <DeviceSection />
            <KeepingSection />
            <DataSection account={session.account} />
          </>
        )}
      </main>
    </div>
  );
};
