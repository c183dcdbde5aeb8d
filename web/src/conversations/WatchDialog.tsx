import { Upload } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Field } from '../account/Field';
import { inviteFriend } from '../api/conversations';
import { addressOf, textOfInvalid } from '../home/address';
import { useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { Dialog } from '../ui/dialog';
import type { Dropped } from '../uploads/dropped';
import { FilmFiles } from '../uploads/FilmFiles';
import { newKey } from './key';
import type { Conversation } from './useConversation';

type WatchDialogProps = {
  readonly name: string;
  readonly conversation: Conversation;
  readonly onChosen: (dropped: Dropped) => void;
  readonly onClose: () => void;
};

/** Asks what to watch together, if that is known yet, and sends the invitation: once, however often it is clicked. For films of this device it goes when they are uploaded. */
export const WatchDialog = ({ name, conversation, onChosen, onClose }: WatchDialogProps) => {
  const texts = usePeopleTexts();
  const all = useTexts();
  const [key] = useState(newKey);
  const [pasted, setPasted] = useState('');
  const [invalid, setInvalid] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const address = pasted.trim() === '' ? undefined : addressOf(pasted);
    setInvalid(address && textOfInvalid(all, address));
    if (address?.type === 'invalid') return;
    setBusy(true);
    const isDone = await conversation.act((person) => inviteFriend(person, key, address));
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    <Dialog title={texts.watchWith(name)} onClose={onClose}>
      <p>{texts.watchText}</p>
      <form className="account-form" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Field
          label={texts.watchWhat}
          hint={texts.watchHint}
          trouble={invalid}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={pasted}
          onValue={(value) => {
            setPasted(value);
            setInvalid(undefined);
          }}
        />
        <button type="submit" className="action" disabled={isBusy}>
          {texts.invite}
        </button>
      </form>
      <FilmFiles
        className="pill watch-upload"
        onChosen={(dropped) => {
          onChosen(dropped);
          onClose();
        }}
      >
        <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.watchUpload}
      </FilmFiles>
      <p className="hint">{texts.watchUploadHint}</p>
      {conversation.trouble !== undefined && <p role="alert">{conversation.trouble}</p>}
    </Dialog>
  );
};
