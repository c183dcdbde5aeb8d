import { type FormEvent, useState } from 'react';
import { changePassword } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { passwordOf } from './credentials';
import { Field } from './Field';
import { asMe } from './session';
import { useAsking } from './useAsking';

/** Another password, which wants the one before. */
export const PasswordSection = () => {
  const texts = useTexts();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { isBusy, isDone, trouble, ask, reset } = useAsking();
  const checked = passwordOf(next);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (checked.type === 'invalid') return;
    const isChanged = await ask(
      () => asMe(changePassword(current, checked.value)),
      texts.account.wrongPassword,
    );
    if (!isChanged) return;
    setCurrent('');
    setNext('');
    setChecked(false);
  };
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    reset();
  };
  return (
    <section className="sheet account-section" aria-labelledby="password">
      <h2 id="password">{texts.account.password}</h2>
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          type="password"
          label={texts.account.currentPassword}
          autoComplete="current-password"
          value={current}
          onValue={change(setCurrent)}
        />
        <Field
          type="password"
          label={texts.account.newPassword}
          hint={texts.account.passwordHint}
          autoComplete="new-password"
          value={next}
          trouble={isChecked && checked.type === 'invalid' ? texts.account[checked.why] : undefined}
          onValue={change(setNext)}
        />
        {trouble && <Trouble text={trouble} />}
        <div className="account-actions">
          <button type="submit" className="action" disabled={isBusy}>
            {texts.account.changePassword}
          </button>
          <span role="status">{isDone && texts.account.passwordChanged}</span>
        </div>
      </form>
    </section>
  );
};
