import { useId } from 'react';
import { useScreeningTexts } from '../texts/screenings/texts';

type EveryFieldProps = {
  readonly everyDays: number;
  readonly onEveryDays: (days: number) => void;
};

/** How many days lie between episodes; 0 if they come one after the other on one evening. */
export const EveryField = ({ everyDays, onEveryDays }: EveryFieldProps) => {
  const texts = useScreeningTexts();
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{texts.every}</label>
      <select
        id={id}
        className="field"
        value={everyDays}
        onChange={(event) => onEveryDays(Number(event.target.value))}
      >
        <option value={7}>{texts.everyWeek}</option>
        <option value={1}>{texts.everyDay}</option>
        <option value={14}>{texts.everyOtherWeek}</option>
        <option value={0}>{texts.atOnce}</option>
      </select>
    </div>
  );
};
