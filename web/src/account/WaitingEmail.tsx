import { sendEmailAgain, type WaitingEmail as Waiting, withdrawEmail } from '../api/accounts';
import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { asMe } from './session';
import { useAsking } from './useAsking';

/** Says who asked for an address that waits, and how long its letter is good; has that sent again, or the address wanted no more. */
export const WaitingEmail = ({
  waiting,
  onChange,
}: {
  readonly waiting: Waiting;
  readonly onChange: () => void;
}) => {
  const { texts, language } = useLanguage();
  const own = texts.account;
  const again = useAsking();
  const withdrawing = useAsking();
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const isOver = Date.parse(waiting.until) <= Date.now();
  const trouble = again.trouble ?? withdrawing.trouble;
  const change = async (asking: typeof again, request: typeof sendEmailAgain) => {
    if (await asking.ask(() => asMe(request))) onChange();
  };
  return (
    <div className="waiting-email">
      <p className="hint">
        {own.askedFor(when.format(new Date(waiting.askedAt)), waiting.device || own.unnamedDevice)}{' '}
        {isOver ? own.waitingOver : own.waitingUntil(when.format(new Date(waiting.until)))}
      </p>
      <div className="account-actions">
        <button
          type="button"
          className="pill"
          disabled={again.isBusy}
          aria-label={`${own.sendAgain}: ${waiting.email}`}
          onClick={() => void change(again, sendEmailAgain)}
        >
          {own.sendAgain}
        </button>
        <button
          type="button"
          className="pill"
          disabled={withdrawing.isBusy}
          onClick={() => void change(withdrawing, withdrawEmail)}
        >
          {own.withdrawEmail}
        </button>
      </div>
      <p className="account-said" role="status">
        {again.isDone && own.letterUnderWay}
      </p>
      {trouble && <Trouble text={trouble} />}
    </div>
  );
};
