import { useId, useState } from 'react';
import { useCopiesTexts } from '../texts/copies/texts';

const mostS = 7_200;

type ShiftFieldProps = {
  readonly shiftMs: number;
  readonly onShift: (shiftMs: number) => void;
};

/** By how many seconds things come later in this copy than in the others'; less than 0, earlier. */
export const ShiftField = ({ shiftMs, onShift }: ShiftFieldProps) => {
  const texts = useCopiesTexts();
  const id = useId();
  const [text, setText] = useState(String(shiftMs / 1000));
  return (
    <div className="copy-shift">
      <label htmlFor={id}>{texts.shift}</label>
      <input
        id={id}
        type="number"
        className="field numbers"
        min={-mostS}
        max={mostS}
        step={0.1}
        value={text}
        aria-describedby={`${id}-text`}
        onChange={({ target }) => {
          setText(target.value);
          const seconds = target.valueAsNumber;
          if (Math.abs(seconds) <= mostS) onShift(Math.round(seconds * 1000));
        }}
      />
      <small id={`${id}-text`}>{texts.shiftText}</small>
    </div>
  );
};
