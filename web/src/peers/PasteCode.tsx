import { type FormEvent, useId, useState } from 'react';
import { Trouble } from '../ui/trouble';

type PasteCodeProps = {
  /** One that is there already, and need not be pasted. */
  readonly given?: string | undefined;
  readonly label: string;
  readonly hint: string;
  /** What is done with the code. */
  readonly action: string;
  readonly isBusy: boolean;
  /** What was wrong with the last. */
  readonly trouble: string | undefined;
  readonly onCode: (pasted: string) => void;
};

/** Takes a code that somebody sent. */
export const PasteCode = ({
  given,
  label,
  hint,
  action,
  isBusy,
  trouble,
  onCode,
}: PasteCodeProps) => {
  const id = useId();
  const [pasted, setPasted] = useState(given ?? '');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (pasted.trim() !== '') onCode(pasted);
  };
  return (
    <form className="peer-paste" onSubmit={onSubmit} noValidate>
      {given === undefined && (
        <>
          <label htmlFor={id}>{label}</label>
          <textarea
            id={id}
            className="field peer-code"
            rows={3}
            placeholder={hint}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={trouble !== undefined}
            aria-describedby={trouble && `${id}-trouble`}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </>
      )}
      {trouble !== undefined && <Trouble id={`${id}-trouble`} text={trouble} />}
      <button
        type="submit"
        className={given === undefined ? 'pill' : 'action'}
        disabled={isBusy || pasted.trim() === ''}
      >
        {action}
      </button>
    </form>
  );
};
