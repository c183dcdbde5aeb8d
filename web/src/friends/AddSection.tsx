import { QrCode } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Field } from '../account/Field';
import { askFriend, renewHandle } from '../api/people';
import { useLinkForOthers } from '../invite/linkForOthers';
import { ShownLink } from '../invite/ShownLink';
import { usePeopleTexts } from '../texts/people/texts';
import { Dialog } from '../ui/dialog';
import { Question } from './Question';
import { handleOfLink, linkToAdd, targetOf } from './target';
import type { Friends } from './useCircle';

const LinkDialog = ({
  handle,
  onClose,
}: {
  readonly handle: string;
  readonly onClose: () => void;
}) => {
  const texts = usePeopleTexts();
  const link = useLinkForOthers(linkToAdd(handle, location.href));
  return (
    <Dialog title={texts.linkTitle} onClose={onClose}>
      <p>{texts.linkText}</p>
      <ShownLink link={link} label={texts.linkLabel} localOnly={texts.localOnly} />
    </Dialog>
  );
};

/** The person's own code: to read out, to scan, to send, and to replace. */
const OwnCode = ({ friends }: { readonly friends: Friends }) => {
  const texts = usePeopleTexts();
  const [shown, setShown] = useState<'none' | 'link' | 'renew'>('none');
  const handle = friends.circle?.handle;
  const close = () => setShown('none');
  if (handle === undefined) return <div className="skeleton own-code" />;
  return (
    <div className="own-code">
      <p className="own-code-words">
        <span className="own-code-label">{texts.code}</span>
        <strong className="numbers">{handle}</strong>
        <small>{texts.codeText}</small>
      </p>
      <div className="account-actions">
        <button type="button" className="pill" onClick={() => setShown('link')}>
          <QrCode size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.showLink}
        </button>
        <button type="button" className="link-button" onClick={() => setShown('renew')}>
          {texts.newCode}
        </button>
      </div>
      {shown === 'link' && <LinkDialog handle={handle} onClose={close} />}
      {shown === 'renew' && (
        <Question
          title={texts.newCodeTitle}
          text={texts.newCodeText}
          action={texts.newCode}
          onYes={() => void friends.act(renewHandle)}
          onClose={close}
        />
      )}
    </div>
  );
};

/** Where a friend is asked, by what the other gave, and where the person's own code is. */
export const AddSection = ({ friends }: { readonly friends: Friends }) => {
  const texts = usePeopleTexts();
  const [given] = useState(() => handleOfLink(location.hash));
  const [typed, setTyped] = useState(given ?? '');
  const [isChecked, setChecked] = useState(false);
  const [asked, setAsked] = useState<string>();
  const target = targetOf(typed);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setAsked(undefined);
    if (target.type === 'invalid') return;
    if (await friends.act(askFriend(target.value), texts.tooManyAsked)) {
      setAsked(target.value);
      setTyped('');
      setChecked(false);
    }
  };
  return (
    <section className="sheet account-section" aria-labelledby="add">
      <h2 id="add">{texts.add}</h2>
      <form className="add-form" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          label={texts.addLabel}
          hint={given !== undefined && typed === given ? texts.addedByLink : texts.addHint}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          value={typed}
          trouble={isChecked && target.type === 'invalid' ? texts.badTarget : undefined}
          onValue={(value) => {
            setTyped(value);
            setAsked(undefined);
          }}
        />
        <button type="submit" className="action" disabled={friends.isBusy}>
          {texts.addAction}
        </button>
      </form>
      <p role="status" className="add-status">
        {asked !== undefined && texts.added(asked)}
      </p>
      <OwnCode friends={friends} />
    </section>
  );
};
