import { type FormEvent, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { register } from '../api/accounts';
import { remembered } from '../device/memory';
import { nameOf } from '../room/name';
import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { useDestination } from './comeFrom';
import { emailOf, passwordOf } from './credentials';
import { Field } from './Field';
import { Framed } from './Framed';
import { enter, useSession } from './session';
import { useAsking } from './useAsking';

type Typed = { readonly name: string; readonly email: string; readonly password: string };

/** Makes an account and signs in with it. */
export const RegisterPage = () => {
  const { texts, language } = useLanguage();
  const { destination, handOn } = useDestination();
  const session = useSession();
  const [typed, setTyped] = useState<Typed>(() => ({
    name: remembered('name') ?? '',
    email: '',
    password: '',
  }));
  const [isChecked, setChecked] = useState(false);
  const { isBusy, trouble, ask, reset } = useAsking();
  if (session.type === 'in') return <Redirect to={destination} replace />;

  const name = nameOf(typed.name);
  const email = emailOf(typed.email);
  const password = passwordOf(typed.password);
  const change = (what: keyof Typed) => (value: string) => {
    setTyped({ ...typed, [what]: value });
    reset();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.type === 'invalid' || email.type === 'invalid' || password.type === 'invalid') return;
    const registration = {
      name: name.value,
      email: email.value,
      password: password.value,
      language,
    };
    void ask(async () => {
      const registered = await register(registration);
      return registered.type === 'done'
        ? enter(registration.email, registration.password)
        : registered;
    }, texts.account.taken);
  };
  return (
    <Framed title={texts.account.register} lead={texts.account.registerLead}>
      <form onSubmit={onSubmit} noValidate>
        <Field
          label={texts.account.name}
          autoComplete="nickname"
          value={typed.name}
          trouble={isChecked && name.type === 'invalid' ? texts.enter[name.why] : undefined}
          onValue={change('name')}
        />
        <Field
          type="email"
          label={texts.account.email}
          autoComplete="username"
          value={typed.email}
          trouble={isChecked && email.type === 'invalid' ? texts.account[email.why] : undefined}
          onValue={change('email')}
        />
        <Field
          type="password"
          label={texts.account.password}
          hint={texts.account.passwordHint}
          autoComplete="new-password"
          enterKeyHint="go"
          value={typed.password}
          trouble={
            isChecked && password.type === 'invalid' ? texts.account[password.why] : undefined
          }
          onValue={change('password')}
        />
        {trouble && <Trouble text={trouble} />}
        <button type="submit" className="action" disabled={isBusy}>
          {isBusy ? texts.account.registering : texts.account.register}
        </button>
      </form>
      <p className="account-other">
        {texts.account.haveAccount}{' '}
        <Link href={handOn('/sign-in')} className="link-button">
          {texts.account.signIn}
        </Link>
      </p>
    </Framed>
  );
};
