import { type FormEvent, useState } from 'react';
import { type Account, changeProfile } from '../api/accounts';
import { nameOf } from '../room/name';
import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { Field } from './Field';
import { Portrait } from './Portrait';
import { asMe, nowKnownAs } from './session';
import { useAsking } from './useAsking';

/** Every time zone that this browser knows, with the account's, which it may not know. */
const timeZones = (chosen: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(chosen) ? known : [chosen, ...known];
};

/** Picture, name and time zone. The language is that of the page, as the person chose it. */
export const ProfileSection = ({ account }: { readonly account: Account }) => {
  const { texts, language } = useLanguage();
  const [name, setName] = useState(account.name);
  const [timeZone, setTimeZone] = useState(
    account.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const [isChecked, setChecked] = useState(false);
  const { isBusy, isDone, trouble, ask, reset } = useAsking();
  const checked = nameOf(name);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (checked.type === 'invalid') return;
    void ask(async () => {
      const result = await asMe(changeProfile({ name: checked.value, language, timeZone }));
      if (result.type === 'done') nowKnownAs(result.value);
      return result;
    });
  };
  return (
    <section className="sheet account-section" aria-labelledby="profile">
      <h2 id="profile">{texts.account.profile}</h2>
      <Portrait account={account} />
      <form onSubmit={onSubmit} noValidate>
        <Field
          label={texts.account.name}
          autoComplete="nickname"
          value={name}
          trouble={isChecked && checked.type === 'invalid' ? texts.enter[checked.why] : undefined}
          onValue={(value) => {
            setName(value);
            reset();
          }}
        />
        <label className="labelled">
          <span>{texts.account.timeZone}</span>
          <select
            className="field"
            value={timeZone}
            onChange={(event) => {
              setTimeZone(event.target.value);
              reset();
            }}
          >
            {timeZones(timeZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
        {trouble && <Trouble text={trouble} />}
        <div className="account-actions">
          <button type="submit" className="action" disabled={isBusy}>
            {texts.common.save}
          </button>
          <span role="status">{isDone && texts.account.saved}</span>
        </div>
      </form>
    </section>
  );
};
