import { Framed } from '../account/Framed';
import { useLetterToken } from '../account/token';
import { useAsking } from '../account/useAsking';
import { stopLetters } from '../api/invitations';
import { useByLetterTexts } from '../texts/byLetter/texts';
import { Trouble } from '../ui/trouble';

/** Where an invitation by letter leads whoever wants no more of them: by a click, for some programs open every link by themselves. */
export const NoLettersPage = () => {
  const texts = useByLetterTexts();
  const { token, forget } = useLetterToken('no-letters');
  const { isBusy, isDone, trouble, ask } = useAsking();
  const onStop = async () => {
    if (await ask(() => stopLetters(token || 'none'))) forget();
  };
  return (
    <Framed title={texts.stopTitle} lead={isDone ? undefined : texts.stopLead}>
      {trouble && <Trouble text={trouble} />}
      <p role="status">{isDone && texts.stopped}</p>
      {!isDone && (
        <button type="button" className="action" disabled={isBusy} onClick={() => void onStop()}>
          {texts.stop}
        </button>
      )}
    </Framed>
  );
};
