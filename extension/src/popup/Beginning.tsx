import { nameOf } from '@matinee/web/room/name';
import { type FormEvent, useState } from 'react';
import { pageOf, roomOf, serverOf, siteOf } from '../address';
import type { Page } from '../messages';
import type { Texts } from '../texts/en';
import type { useBackground } from './useBackground';

type BeginningProps = {
  readonly texts: Texts;
  readonly typed: { readonly server: string; readonly name: string };
  readonly page: Page | undefined;
  readonly want: ReturnType<typeof useBackground>['want'];
};

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
};

const Field = ({ label, value, onChange, placeholder }: FieldProps) => (
  <label className="labelled">
    <span>{label}</span>
    <input
      value={value}
      placeholder={placeholder}
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);

type WayProps = BeginningProps & {
  readonly name: string;
  readonly onTrouble: (text: string | undefined) => void;
};

/** Opens a room with the film of this page. */
const Start = ({ texts, typed, page, want, name, onTrouble }: WayProps) => {
  const [server, setServer] = useState(typed.server);
  const url = page && pageOf(page.url);
  const start = (event: FormEvent) => {
    event.preventDefault();
    const called = nameOf(name);
    const at = serverOf(server);
    if (called.type === 'invalid') return onTrouble(texts.badName);
    if (at === undefined) return onTrouble(texts.badServer);
    if (page === undefined || url === undefined) return;
    onTrouble(undefined);
    want({ type: 'start', server: at, name: called.value, page: { ...page, url } }, url);
  };
  return (
    <form className="way" onSubmit={start}>
      <h2>{texts.startTitle}</h2>
      <Field
        label={texts.server}
        value={server}
        onChange={setServer}
        placeholder="matinee.example"
      />
      {url === undefined ? (
        <p className="quiet">{texts.noPage}</p>
      ) : (
        <button type="submit" className="action">
          {texts.start(siteOf(url))}
        </button>
      )}
    </form>
  );
};

/** Enters a room of whose link this page is, or whose link is pasted. */
const Join = ({ texts, page, want, name, onTrouble }: WayProps) => {
  const isRoom = roomOf(page?.url ?? '') !== undefined;
  const [link, setLink] = useState(isRoom ? (page?.url ?? '') : '');
  const join = (event: FormEvent) => {
    event.preventDefault();
    const called = nameOf(name);
    const room = roomOf(link);
    if (called.type === 'invalid') return onTrouble(texts.badName);
    if (room === undefined) return onTrouble(texts.badLink);
    onTrouble(undefined);
    want({ type: 'join', ...room, name: called.value, tab: page?.tab ?? -1 });
  };
  return (
    <form className="way" onSubmit={join}>
      <h2>{texts.joinTitle}</h2>
      {!isRoom && <Field label={texts.link} value={link} onChange={setLink} />}
      <button type="submit" className={isRoom ? 'action' : 'pill'}>
        {texts.join}
      </button>
    </form>
  );
};

/** The ways into a room, for somebody who is in none. */
export const Beginning = (props: BeginningProps) => {
  const { texts, typed, page } = props;
  const [name, setName] = useState(typed.name);
  const [trouble, setTrouble] = useState<string>();
  const isRoom = roomOf(page?.url ?? '') !== undefined;
  return (
    <>
      <Field label={texts.name} value={name} onChange={setName} />
      {trouble && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      {!isRoom && <Start {...props} name={name} onTrouble={setTrouble} />}
      <Join {...props} name={name} onTrouble={setTrouble} />
    </>
  );
};
