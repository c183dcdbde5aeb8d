import { type FormEvent, useState } from 'react';
import { typePassword } from '../device/entered';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Notice } from './OutsidePages';

type PasswordGateProps = {
  readonly roomId: string;
  readonly why: 'passwordNeeded' | 'passwordWrong' | 'passwordTries';
  readonly onPassword: () => void;
};

/** Asks for the room's password, and says what was wrong with the one before. */
export const PasswordGate = ({ roomId, why, onPassword }: PasswordGateProps) => {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const trouble = {
    passwordNeeded: undefined,
    passwordWrong: 'wrong',
    passwordTries: 'tooMany',
  } as const;
  const says = trouble[why];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return;
    typePassword(roomId, typed);
    onPassword();
  };
  return (
    <Notice title={texts.entrance.passwordNeeded.title} text={texts.entrance.needed}>
      <form className="gate-form" onSubmit={onSubmit} noValidate>
        <input
          className="field"
          type="password"
          aria-label={texts.entrance.password}
          aria-invalid={says !== undefined}
          aria-describedby={says && 'password-trouble'}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: this page asks for one thing only.
          autoFocus
          enterKeyHint="go"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {says && <Trouble id="password-trouble" text={texts.entrance[says]} />}
        <button type="submit" className="action">
          {texts.enter.join}
        </button>
      </form>
    </Notice>
  );
};
