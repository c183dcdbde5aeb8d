import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { remember, remembered } from '../device/memory';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { nameOf } from './name';

type NameGateProps = {
  readonly onName: (name: string) => void;
  /** What is said above, if it is not the usual. */
  readonly title?: string | undefined;
  readonly lead?: string | undefined;
  /** What else one may do instead. */
  readonly children?: ReactNode;
};

/** Asks who enters. The click that joins is also the one that lets the browser play sound. */
export const NameGate = ({ onName, title, lead, children }: NameGateProps) => {
  const texts = useTexts();
  const [typed, setTyped] = useState(() => remembered('name') ?? '');
  const [why, setWhy] = useState<'emptyName' | 'longName' | 'badName'>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const name = nameOf(typed);
    if (name.type === 'invalid') return setWhy(name.why);
    remember('name', name.value);
    onName(name.value);
  };
  return (
    <main className="full-page gate">
      <section className="notice sheet">
        <Link href="/" className="wordmark" aria-label={texts.common.home}>
          Matinee
        </Link>
        <h1>{title ?? texts.enter.title}</h1>
        <p>{lead ?? texts.enter.lead}</p>
        <form onSubmit={onSubmit} noValidate>
          <input
            className="field"
            aria-label={texts.enter.name}
            aria-invalid={why !== undefined}
            aria-describedby={why && 'name-trouble'}
            placeholder={texts.enter.placeholder}
            autoComplete="nickname"
            // biome-ignore lint/a11y/noAutofocus: this page asks for one thing only.
            autoFocus
            enterKeyHint="go"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWhy(undefined);
            }}
          />
          {why && <Trouble id="name-trouble" text={texts.enter[why]} />}
          <button type="submit" className="action">
            {texts.enter.join}
          </button>
        </form>
        {children}
      </section>
    </main>
  );
};
