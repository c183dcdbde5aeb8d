import { Check } from 'lucide-react';

/** One of several things in a menu, with a tick where it is chosen and a line on what it means. */
export const Choice = ({
  name,
  text,
  isChosen,
  isWish = false,
  isFixed = false,
  onChoose,
}: {
  readonly name: string;
  readonly text: string;
  readonly isChosen: boolean;
  /** The room has not decided on it yet. */
  readonly isWish?: boolean;
  readonly isFixed?: boolean;
  readonly onChoose: () => void;
}) => (
  <button
    type="button"
    role="menuitemradio"
    aria-checked={isChosen}
    aria-busy={isWish}
    className="choice"
    disabled={isFixed}
    onClick={onChoose}
  >
    <Check size={18} className={isChosen ? '' : 'hidden'} aria-hidden="true" />
    <span>
      {name}
      <small>{text}</small>
    </span>
  </button>
);
