import { type FormEvent, useState } from 'react';
import { forgotPassword } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { emailOf } from './credentials';
import { Field } from './Field';
import { Framed } from './Framed';
import { useAsking } from './useAsking';

/** Asks for the address to which a letter goes that sets the password. Says the same whoever has the address. */
export const ForgottenPage = () => {
  const texts = useTexts().account;
  const [email, setEmail] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { isBusy, isDone, trouble, ask, reset } = useAsking();
  const checked = emailOf(email);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (checked.type === 'valid') void ask(() => forgotPassword(checked.value));
  };
  return (
    <Framed title={texts.forgottenTitle} lead={texts.forgottenLead}>
      <form onSubmit={onSubmit} noValidate>
        <Field
          type="email"
          label={texts.email}
          autoComplete="username"
          autoFocus
          enterKeyHint="send"
          value={email}
          trouble={isChecked && checked.type === 'invalid' ? texts[checked.why] : undefined}
          onValue={(value) => {
            setEmail(value);
            setChecked(false);
            reset();
          }}
        />
        {trouble && <Trouble text={trouble} />}
        <p role="status">{isDone && texts.letterSent}</p>
        <button type="submit" className="action" disabled={isBusy || isDone}>
          {texts.sendLetter}
        </button>
      </form>
    </Framed>
  );
};
