import { Check } from 'lucide-react';
import { useLanguage } from '../texts/language';
import { Floating } from '../ui/floating';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

type SpeedMenuProps = {
  readonly rate: number;
  readonly isDisabled: boolean;
  readonly onRate: (rate: number) => void;
};

/** The speed of the room, and how to change it. */
export const SpeedMenu = ({ rate, isDisabled, onRate }: SpeedMenuProps) => {
  const { texts, language } = useLanguage();
  const digits = new Intl.NumberFormat(language);
  return (
    <Floating
      kind="menu"
      side="above"
      label={texts.player.speed}
      opener={(opener) => (
        <button
          type="button"
          className="control speed numbers"
          aria-label={`${texts.player.speed}: ${digits.format(rate)}×`}
          disabled={isDisabled}
          {...opener}
        >
          {digits.format(rate)}×
        </button>
      )}
    >
      {(close) =>
        rates.map((other) => (
          <button
            key={other}
            type="button"
            role="menuitemradio"
            aria-checked={other === rate}
            className="choice numbers"
            onClick={() => {
              onRate(other);
              close();
            }}
          >
            <Check size={18} className={other === rate ? '' : 'hidden'} aria-hidden="true" />
            {other === 1 ? texts.player.normal : `${digits.format(other)}×`}
          </button>
        ))
      }
    </Floating>
  );
};
