import { type FormEvent, useState } from 'react';
import {
  type GivenStanding,
  type MadeInvitation,
  makeInvitation,
  type Offer,
} from '../api/invitations';
import type { Result } from '../api/request';
import type { InvitationTexts } from '../texts/invitations/en';
import { useInvitationTexts } from '../texts/invitations/texts';
import { Trouble } from '../ui/trouble';
import { Choice, type Span, SpanChoice, StandingChoice, secondsOf } from './choices';

const numbers: readonly (number | undefined)[] = [1, 2, 5, 10, 50, undefined];

type Draft = {
  readonly label: string;
  readonly standing: GivenStanding;
  readonly uses: number | undefined;
  readonly lasts: Span;
};

const offerOf = ({ label, standing, uses, lasts }: Draft): Offer => ({
  label: label.trim(),
  standing,
  ...(uses === undefined ? {} : { uses }),
  ...secondsOf(lasts),
});

const troubleOf = (result: Result<unknown>, texts: InvitationTexts): string => {
  if (result.type !== 'failed') return texts.notDone;
  if (result.kind === 'too-many-invitations') return texts.tooMany;
  return result.kind === 'not-host' ? texts.notHost : texts.notDone;
};

type InvitationFormProps = {
  readonly roomId: string;
  readonly onMade: (made: MadeInvitation) => void;
  readonly onBack: () => void;
};

/** Asks what an invitation is to offer, and makes it. */
export const InvitationForm = ({ roomId, onMade, onBack }: InvitationFormProps) => {
  const texts = useInvitationTexts();
  const [draft, setDraft] = useState<Draft>({
    label: '',
    standing: 'MEMBER',
    uses: 1,
    lasts: 'week',
  });
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const make = async () => {
    setBusy(true);
    setTrouble(undefined);
    const result = await makeInvitation(roomId, offerOf(draft));
    setBusy(false);
    if (result.type === 'done') onMade(result.value);
    else setTrouble(troubleOf(result, texts));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void make();
  };
  return (
    <form className="settings" onSubmit={onSubmit} noValidate>
      <label className="setting">
        {texts.label}
        <input
          className="field"
          maxLength={80}
          // biome-ignore lint/a11y/noAutofocus: who asked for the form begins here.
          autoFocus
          aria-describedby="invitation-hint"
          value={draft.label}
          onChange={(event) => setDraft({ ...draft, label: event.target.value })}
        />
        <small id="invitation-hint">{texts.labelHint}</small>
      </label>
      <StandingChoice
        chosen={draft.standing}
        onChoose={(standing) => setDraft({ ...draft, standing })}
      />
      <Choice
        label={texts.uses}
        options={numbers}
        chosen={draft.uses}
        nameOf={(one) => (one === undefined ? texts.anyNumber : texts.people(one))}
        onChoose={(uses) => setDraft({ ...draft, uses })}
      />
      <SpanChoice chosen={draft.lasts} onChoose={(lasts) => setDraft({ ...draft, lasts })} />
      {trouble && <Trouble text={trouble} />}
      <div className="invitation-answers">
        <button type="submit" className="action" disabled={isBusy}>
          {texts.create}
        </button>
        <button type="button" className="pill" onClick={onBack}>
          {texts.back}
        </button>
      </div>
    </form>
  );
};
