import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { resetPassword } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { passwordOf } from './credentials';
import { Field } from './Field';
import { Framed } from './Framed';
import { left } from './session';
import { useLetterToken } from './token';
import { useAsking } from './useAsking';

/** Where the letter of a forgotten password leads: asks for another one. */
export const ResetPage = () => {
  const texts = useTexts().account;
  const { token, forget } = useLetterToken('reset');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { isBusy, isDone, trouble, ask, reset } = useAsking();
  const checked = passwordOf(password);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (checked.type === 'invalid') return;
    if (!(await ask(() => resetPassword(token, checked.value)))) return;
    forget();
    left();
  };
  if (isDone)
    return (
      <Framed title={texts.forgottenTitle} lead={texts.resetDone}>
        <Link href="/sign-in" className="action">
          {texts.signIn}
        </Link>
      </Framed>
    );
  return (
    <Framed title={texts.forgottenTitle} lead={texts.resetLead}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          type="password"
          label={texts.newPassword}
          hint={texts.passwordHint}
          autoComplete="new-password"
          autoFocus
          enterKeyHint="go"
          value={password}
          trouble={isChecked && checked.type === 'invalid' ? texts[checked.why] : undefined}
          onValue={(value) => {
            setPassword(value);
            reset();
          }}
        />
        {trouble && <Trouble text={trouble} />}
        <button type="submit" className="action" disabled={isBusy}>
          {texts.setPassword}
        </button>
      </form>
      {trouble && (
        <Link href="/forgotten" className="link-button">
          {texts.another}
        </Link>
      )}
    </Framed>
  );
};
