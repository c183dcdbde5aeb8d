import { sendConfirmation } from '../api/accounts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { asMe } from './session';
import { useAsking } from './useAsking';

/** Says that an address is not confirmed yet, and has the letter sent again. */
export const Unconfirmed = () => {
  const texts = useTexts().account;
  const { isBusy, isDone, trouble, ask } = useAsking();
  return (
    <div className="unconfirmed">
      <p className="hint" role="status">
        {isDone ? texts.letterUnderWay : texts.unconfirmed}
      </p>
      {!isDone && (
        <button
          type="button"
          className="link-button"
          disabled={isBusy}
          onClick={() => void ask(() => asMe(sendConfirmation))}
        >
          {texts.sendAgain}
        </button>
      )}
      {trouble && <Trouble text={trouble} />}
    </div>
  );
};
