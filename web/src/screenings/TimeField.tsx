import { useId } from 'react';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { ownZone } from './wallTime';

type TimeFieldProps = {
  readonly local: string;
  readonly trouble: string | undefined;
  readonly onLocal: (local: string) => void;
};

/** A day and a time by the clocks of this device, whose zone stands below. */
export const TimeField = ({ local, trouble, onLocal }: TimeFieldProps) => {
  const texts = useScreeningTexts();
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{texts.when}</label>
      <input
        id={id}
        type="datetime-local"
        className="field numbers"
        value={local}
        aria-invalid={trouble !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onLocal(event.target.value)}
      />
      {trouble === undefined ? (
        <p className="hint" id={`${id}-below`}>
          {texts.inZone(ownZone().replaceAll('_', ' '))}
        </p>
      ) : (
        <Trouble id={`${id}-below`} text={trouble} />
      )}
    </div>
  );
};
