import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';

type QuestionProps = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. */
export const Question = ({ title, text, action, onYes, onClose }: QuestionProps) => {
  const texts = useTexts().common;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="account-actions">
        <button
          type="button"
          className="action danger"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {action}
        </button>
        <button type="button" className="pill" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
};
