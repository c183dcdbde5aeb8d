import { type FormEvent, useState } from 'react';
import { type Account, deleteAccount, myData } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { Field } from './Field';
import { asMe, left } from './session';
import { useAsking } from './useAsking';

/** Lets the browser keep `file`. */
const keepAsFile = (name: string, file: Blob): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const DeleteDialog = ({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) => {
  const texts = useTexts();
  const [password, setPassword] = useState('');
  const { isBusy, trouble, ask, reset } = useAsking();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await ask(() => asMe(deleteAccount(password)), texts.account.wrongPassword)) left();
  };
  return (
    <Dialog title={texts.account.deleteTitle} onClose={onClose}>
      <p>{texts.account.deleteText(account.email)}</p>
      <form className="account-form" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          type="password"
          label={texts.account.password}
          autoComplete="current-password"
          value={password}
          trouble={trouble}
          onValue={(value) => {
            setPassword(value);
            reset();
          }}
        />
        <div className="account-actions">
          <button type="submit" className="action danger" disabled={isBusy || password === ''}>
            {texts.account.deleteForGood}
          </button>
          <button type="button" className="pill" onClick={onClose}>
            {texts.common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

/** What is kept can be taken along, and ended. */
export const DataSection = ({ account }: { readonly account: Account }) => {
  const texts = useTexts().account;
  const [isDeleting, setDeleting] = useState(false);
  const { isBusy, trouble, ask } = useAsking();
  const exportAll = () =>
    ask(async () => {
      const result = await asMe(myData);
      if (result.type === 'done') keepAsFile('matinee-account.json', result.value);
      return result;
    });
  return (
    <section className="sheet account-section" aria-labelledby="data">
      <h2 id="data">{texts.data}</h2>
      <p className="hint">{texts.dataText}</p>
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <button type="button" className="pill" disabled={isBusy} onClick={() => void exportAll()}>
          {texts.export}
        </button>
        <button type="button" className="pill danger" onClick={() => setDeleting(true)}>
          {texts.delete}
        </button>
      </div>
      {isDeleting && <DeleteDialog account={account} onClose={() => setDeleting(false)} />}
    </section>
  );
};
