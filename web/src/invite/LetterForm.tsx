import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../account/session';
import { type GivenStanding, type SentInvitation, sendInvitations } from '../api/invitations';
import type { Result } from '../api/request';
import type { ByLetterTexts } from '../texts/byLetter/en';
import { useByLetterTexts } from '../texts/byLetter/texts';
import type { InvitationTexts } from '../texts/invitations/en';
import { useInvitationTexts } from '../texts/invitations/texts';
import { type Language, languages, nameOfLanguage, useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { type Addresses, addressesOf } from './addresses';
import { Choice, type Span, SpanChoice, StandingChoice, secondsOf } from './choices';

type Draft = {
  readonly to: string;
  readonly note: string;
  readonly standing: GivenStanding;
  readonly lasts: Span;
  readonly language: Language;
};

const wrongWith = (addresses: Addresses, texts: ByLetterTexts): string | undefined => {
  switch (addresses.type) {
    case 'valid':
      return undefined;
    case 'none':
      return texts.noneGiven;
    case 'tooMany':
      return texts.tooMany(addresses.count);
    case 'noAddress':
      return texts.noAddress(addresses.text);
  }
};

const minute = 60_000;

/** Why the server has not sent them. */
export const troubleOfLetters = (
  result: Result<unknown>,
  texts: ByLetterTexts,
  others: InvitationTexts,
): string => {
  if (result.type !== 'failed') return others.notDone;
  switch (result.kind) {
    case 'not-host':
      return others.notHost;
    case 'too-many-invitations':
      return others.tooMany;
    case 'account-needed':
      return texts.accountNeeded;
    case 'address-unconfirmed':
      return texts.unconfirmed;
    case 'invalid-field':
      return texts.refused;
    case 'too-many-letters':
      return texts.tooManyLetters(Math.max(1, Math.ceil((result.retryAfterMs ?? minute) / minute)));
    default:
      return others.notDone;
  }
};

type LetterFormProps = {
  readonly roomId: string;
  readonly onSent: (sent: readonly SentInvitation[]) => void;
  readonly onBack: () => void;
};

const SignInFirst = ({ roomId, children }: { roomId: string; children: ReactNode }) => {
  const texts = useByLetterTexts();
  return (
    <div className="settings">
      <p>{texts.signInText}</p>
      <div className="invitation-answers">
        <Link href={`/sign-in?to=${encodeURIComponent(`/r/${roomId}`)}`} className="action">
          {texts.signIn}
        </Link>
        {children}
      </div>
    </div>
  );
};

type TypedProps = { readonly value: string; readonly onValue: (value: string) => void };

const AddressesField = ({
  value,
  wrong,
  onValue,
}: TypedProps & { readonly wrong: string | undefined }) => {
  const texts = useByLetterTexts();
  return (
    <>
      <label className="setting">
        {texts.to}
        <textarea
          className="field invitation-addresses"
          rows={3}
          inputMode="email"
          autoCapitalize="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: who asked for the form begins here.
          autoFocus
          aria-invalid={wrong !== undefined}
          aria-describedby="letters-to-hint"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
        <small id="letters-to-hint">{texts.toHint}</small>
      </label>
      {wrong && <Trouble text={wrong} />}
    </>
  );
};

const NoteField = ({ value, onValue }: TypedProps) => {
  const texts = useByLetterTexts();
  return (
    <label className="setting">
      {texts.note}
      <input
        className="field"
        maxLength={300}
        aria-describedby="letters-note-hint"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <small id="letters-note-hint">{texts.noteHint}</small>
    </label>
  );
};

/** Asks whom to invite by letter, and as what; whoever is not signed in, to do that first. */
export const LetterForm = ({ roomId, onSent, onBack }: LetterFormProps) => {
  const texts = useByLetterTexts();
  const others = useInvitationTexts();
  const { language } = useLanguage();
  const isOut = useSession().type === 'out';
  const [draft, setDraft] = useState<Draft>({
    to: '',
    note: '',
    standing: 'MEMBER',
    lasts: 'week',
    language,
  });
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const send = async (to: readonly string[]) => {
    setBusy(true);
    const { note, standing, lasts } = draft;
    const offered = { standing, ...secondsOf(lasts) };
    const letters = { to, note: note.trim(), language: draft.language, ...offered };
    const result = await sendInvitations(roomId, letters);
    setBusy(false);
    if (result.type === 'done') onSent(result.value);
    else setTrouble(troubleOfLetters(result, texts, others));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const addresses = addressesOf(draft.to);
    setWrong(wrongWith(addresses, texts));
    setTrouble(undefined);
    if (addresses.type === 'valid' && !isBusy) void send(addresses.value);
  };
  const back = (
    <button type="button" className="pill" onClick={onBack}>
      {texts.back}
    </button>
  );
  if (isOut) return <SignInFirst roomId={roomId}>{back}</SignInFirst>;
  return (
    <form className="settings" onSubmit={onSubmit} noValidate>
      <AddressesField
        value={draft.to}
        wrong={wrong}
        onValue={(to) => {
          setDraft({ ...draft, to });
          setWrong(undefined);
        }}
      />
      <NoteField value={draft.note} onValue={(note) => setDraft({ ...draft, note })} />
      <StandingChoice
        chosen={draft.standing}
        onChoose={(standing) => setDraft({ ...draft, standing })}
      />
      <SpanChoice chosen={draft.lasts} onChoose={(lasts) => setDraft({ ...draft, lasts })} />
      <Choice
        label={texts.language}
        options={languages}
        chosen={draft.language}
        nameOf={(one) => nameOfLanguage[one]}
        onChoose={(chosen) => setDraft({ ...draft, language: chosen })}
      />
      {trouble && <Trouble text={trouble} />}
      {trouble === texts.unconfirmed && (
        <Link href="/account" className="link-button">
          {texts.toAccount}
        </Link>
      )}
      <div className="invitation-answers">
        <button type="submit" className="action" disabled={isBusy}>
          {isBusy ? texts.sending : texts.send}
        </button>
        {back}
      </div>
    </form>
  );
};
