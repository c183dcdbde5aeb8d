import type { GivenStanding } from '../api/invitations';
import type { InvitationTexts } from '../texts/invitations/en';
import { useInvitationTexts } from '../texts/invitations/texts';

const standings: readonly GivenStanding[] = ['MEMBER', 'GUEST', 'WATCHER'];
const daySeconds = 86_400;
const lasting: Readonly<Record<keyof InvitationTexts['lasting'], number | undefined>> = {
  hour: 3_600,
  day: daySeconds,
  week: 7 * daySeconds,
  month: 30 * daySeconds,
  ever: undefined,
};
const spans = Object.keys(lasting) as readonly (keyof typeof lasting)[];

/** How long an invitation is good. */
export type Span = keyof typeof lasting;

/** The same in seconds; nothing for ever. */
export const secondsOf = (span: Span): { readonly expiresInSeconds?: number } => {
  const expiresInSeconds = lasting[span];
  return expiresInSeconds === undefined ? {} : { expiresInSeconds };
};

type ChoiceProps<One> = {
  readonly label: string;
  readonly options: readonly One[];
  readonly chosen: One;
  readonly nameOf: (one: One) => string;
  readonly onChoose: (one: One) => void;
};

/** One of several, in a list that unfolds. */
export const Choice = <One,>({ label, options, chosen, nameOf, onChoose }: ChoiceProps<One>) => (
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

type Chosen<One> = { readonly chosen: One; readonly onChoose: (one: One) => void };

/** As what whoever comes by an invitation is in the room. */
export const StandingChoice = (chosen: Chosen<GivenStanding>) => {
  const texts = useInvitationTexts();
  return (
    <Choice
      {...chosen}
      label={texts.standing}
      options={standings}
      nameOf={(one) => texts.standings[one]}
    />
  );
};

/** How long an invitation is good. */
export const SpanChoice = (chosen: Chosen<Span>) => {
  const texts = useInvitationTexts();
  return (
    <Choice {...chosen} label={texts.lasts} options={spans} nameOf={(one) => texts.lasting[one]} />
  );
};
