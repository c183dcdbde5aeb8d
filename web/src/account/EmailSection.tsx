import { type FormEvent, useState } from 'react';
import { type Account, wantEmail } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { type Checked, emailOf } from './credentials';
import { Field } from './Field';
import { asMe } from './session';
import { Unconfirmed } from './Unconfirmed';
import { useAsking } from './useAsking';
import { useWaitingEmail } from './useWaitingEmail';
import { WaitingEmail } from './WaitingEmail';

/** Another address than `own`, as far as can be told without the server. */
const anotherThan = (own: string, typed: string): Checked<'badEmail' | 'ownEmail'> => {
  const checked = emailOf(typed);
  return checked.type === 'valid' && checked.value.toLowerCase() === own.toLowerCase()
    ? { type: 'invalid', why: 'ownEmail' }
    : checked;
};

/** Another address, which wants the password and is confirmed by a letter. Says the same whoever has it. */
export const EmailSection = ({ account }: { readonly account: Account }) => {
  const texts = useTexts().account;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { waiting, look } = useWaitingEmail();
  const { isBusy, trouble, ask, reset } = useAsking();
  const checked = anotherThan(account.email, email);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (checked.type === 'invalid') return;
    const isWanted = await ask(() => asMe(wantEmail(checked.value, password)), texts.wrongPassword);
    if (!isWanted) return;
    void look();
    setEmail('');
    setPassword('');
    setChecked(false);
  };
  return (
    <section className="sheet account-section" aria-labelledby="email">
      <h2 id="email">{texts.email}</h2>
      <p className="hint">{texts.signedInAs(account.email)}</p>
      {!account.confirmed && <Unconfirmed />}
      <p className="account-said" role="status">
        {waiting && texts.waitingEmail(waiting.email)}
      </p>
      {waiting && (
        <WaitingEmail key={waiting.email} waiting={waiting} onChange={() => void look()} />
      )}
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          type="email"
          label={texts.newEmail}
          hint={texts.newEmailHint}
          autoComplete="email"
          value={email}
          trouble={isChecked && checked.type === 'invalid' ? texts[checked.why] : undefined}
          onValue={(value) => {
            setEmail(value);
            setChecked(false);
            reset();
          }}
        />
        <Field
          type="password"
          label={texts.password}
          autoComplete="current-password"
          value={password}
          onValue={(value) => {
            setPassword(value);
            reset();
          }}
        />
        {trouble && <Trouble text={trouble} />}
        <div className="account-actions">
          <button type="submit" className="action" disabled={isBusy}>
            {texts.changeEmail}
          </button>
        </div>
      </form>
    </section>
  );
};
