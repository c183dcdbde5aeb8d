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

const standings: readonly GivenStanding[] = ['MEMBER', 'GUEST', 'WATCHER'];
const numbers: readonly (number | undefined)[] = [1, 2, 5, 10, 50, undefined];

const daySeconds = 86_400;
const lasting: Readonly<Record<keyof InvitationTexts['lasting'], number | undefined>> = {
  hour: 3_600,
  day: daySeconds,
  week: 7 * daySeconds,
  month: 30 * daySeconds,
  ever: undefined,
};
const spans = Object.keys(lasting) as readonly (keyof typeof lasting)[];

type Draft = {
  readonly label: string;
  readonly standing: GivenStanding;
  readonly uses: number | undefined;
  readonly lasts: keyof typeof lasting;
};

const offerOf = ({ label, standing, uses, lasts }: Draft): Offer => {
  const expiresInSeconds = lasting[lasts];
  return {
    label: label.trim(),
    standing,
    ...(uses === undefined ? {} : { uses }),
    ...(expiresInSeconds === undefined ? {} : { expiresInSeconds }),
  };
};

const troubleOf = (result: Result<unknown>, texts: InvitationTexts): string => {
  if (result.type !== 'failed') return texts.notDone;
  if (result.kind === 'too-many-invitations') return texts.tooMany;
  return result.kind === 'not-host' ? texts.notHost : texts.notDone;
};

type ChoiceProps<One> = {
  readonly label: string;
  readonly options: readonly One[];
  readonly chosen: One;
  readonly nameOf: (one: One) => string;
  readonly onChoose: (one: One) => void;
};

const Choice = <One,>({ label, options, chosen, nameOf, onChoose }: ChoiceProps<One>) => (
  <label className="setting">
    {label}
    <select
      className="field"
      value={options.indexOf(chosen)}
      onChange={(event) => {
        const one = options[event.target.selectedIndex];
        onChoose(one === undefined ? chosen : one);
      }}
    >
      {options.map((one, index) => (
        <option key={nameOf(one)} value={index}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  </label>
);

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
      <Choice
        label={texts.standing}
        options={standings}
        chosen={draft.standing}
        nameOf={(one) => texts.standings[one]}
        onChoose={(standing) => setDraft({ ...draft, standing })}
      />
      <Choice
        label={texts.uses}
        options={numbers}
        chosen={draft.uses}
        nameOf={(one) => (one === undefined ? texts.anyNumber : texts.people(one))}
        onChoose={(uses) => setDraft({ ...draft, uses })}
      />
      <Choice
        label={texts.lasts}
        options={spans}
        chosen={draft.lasts}
        nameOf={(one) => texts.lasting[one]}
        onChoose={(lasts) => setDraft({ ...draft, lasts })}
      />
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
