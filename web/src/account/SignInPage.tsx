import { type FormEvent, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { useDestination } from './comeFrom';
import { emailOf } from './credentials';
import { Field } from './Field';
import { Framed } from './Framed';
import { enter, useSession } from './session';
import { useAsking } from './useAsking';

/** Asks for address and password, and goes back to where the person came from. */
export const SignInPage = () => {
  const texts = useTexts();
  const { destination, handOn } = useDestination();
  const session = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [badEmail, setBadEmail] = useState(false);
  const { isBusy, trouble, ask, reset } = useAsking();
  if (session.type === 'in') return <Redirect to={destination} replace />;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const checked = emailOf(email);
    setBadEmail(checked.type === 'invalid');
    if (checked.type === 'invalid') return;
    void ask(() => enter(checked.value, password), texts.account.refused);
  };
  return (
    <Framed title={texts.account.signIn} lead={texts.account.signInLead}>
      <form onSubmit={onSubmit} noValidate>
        <Field
          type="email"
          label={texts.account.email}
          autoComplete="username"
          autoFocus
          value={email}
          trouble={badEmail ? texts.account.badEmail : undefined}
          onValue={(value) => {
            setEmail(value);
            setBadEmail(false);
            reset();
          }}
        />
        <Field
          type="password"
          label={texts.account.password}
          autoComplete="current-password"
          enterKeyHint="go"
          value={password}
          onValue={(value) => {
            setPassword(value);
            reset();
          }}
        />
        {trouble && <Trouble text={trouble} />}
        <button type="submit" className="action" disabled={isBusy}>
          {isBusy ? texts.account.signingIn : texts.account.signIn}
        </button>
      </form>
      <p className="account-other">
        <Link href="/forgotten" className="link-button">
          {texts.account.forgotten}
        </Link>
      </p>
      <p className="account-other">
        {texts.account.noAccount}{' '}
        <Link href={handOn('/register')} className="link-button">
          {texts.account.register}
        </Link>
      </p>
    </Framed>
  );
};
