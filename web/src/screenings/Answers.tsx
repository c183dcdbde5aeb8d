import { useId, useState } from 'react';
import { asMe, maySignIn, useSession } from '../account/session';
import type { Result } from '../api/request';
import { answerScreening, type Coming, type Screening } from '../api/screenings';
import { newKey } from '../conversations/key';
import { remember, remembered } from '../device/memory';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';

const choices: readonly Coming[] = ['yes', 'maybe', 'no'];

/** By which this browser is known where nobody is signed in. */
const guestKey = (): string => {
  const key = remembered('guestKey') ?? newKey();
  remember('guestKey', key);
  return key;
};

const send = (id: string, answer: Coming, name: string): Promise<Result<Screening>> =>
  maySignIn()
    ? asMe((access) => answerScreening(id, answer, { access }))
    : answerScreening(id, answer, { name, key: guestKey() });

type AnswersProps = {
  readonly screening: Screening;
  readonly take: (result: Result<Screening>) => void;
};

const Ask = ({ screening, take }: AnswersProps) => {
  const texts = useScreeningTexts();
  const session = useSession();
  const nameId = useId();
  const [name, setName] = useState(() => remembered('name') ?? '');
  const [chosen, setChosen] = useState(screening.answer);
  const [isNameless, setNameless] = useState(false);
  const isGuest = session.type === 'out';
  const choose = async (answer: Coming) => {
    setNameless(isGuest && name.trim() === '');
    if (isGuest && name.trim() === '') return;
    if (isGuest) remember('name', name.trim());
    const result = await send(screening.screening, answer, name.trim());
    if (result.type === 'done') setChosen(answer);
    take(result);
  };
  return (
    <fieldset className="answer">
      <legend>{texts.doYouCome}</legend>
      {isGuest && (
        <div className="labelled">
          <label htmlFor={nameId}>{texts.yourName}</label>
          <input
            id={nameId}
            className="field"
            maxLength={40}
            autoComplete="nickname"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          {isNameless && <Trouble text={texts.nameFirst} />}
        </div>
      )}
      <div className="answer-choices">
        {choices.map((answer) => (
          <button
            key={answer}
            type="button"
            className="pill"
            aria-pressed={chosen === answer}
            onClick={() => void choose(answer)}
          >
            {texts.answers[answer]}
          </button>
        ))}
      </div>
    </fieldset>
  );
};

/** Asks whether the person comes, and shows who does. */
export const Answers = ({ screening, take }: AnswersProps) => {
  const texts = useScreeningTexts();
  const { answers } = screening;
  return (
    <section className="screening-answers sheet">
      {screening.state === 'planned' && !screening.mine && (
        <Ask screening={screening} take={take} />
      )}
      <h2>{texts.whoComes}</h2>
      {answers.length === 0 && <p className="hint">{texts.nobodyYet}</p>}
      <ul>
        {answers.map(({ name, answer }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names need not differ, and the order stays.
          <li key={index}>
            <span>{name}</span>
            <span className="quiet">{texts.answers[answer]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
