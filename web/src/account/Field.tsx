import { type InputHTMLAttributes, useId } from 'react';
import { Trouble } from '../ui/trouble';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type'> & {
  readonly type?: 'text' | 'email' | 'password';
  readonly label: string;
  readonly hint?: string;
  readonly trouble?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** A labelled field; below it stands what it wants, or what is wrong with what it has. */
export const Field = ({ label, hint, trouble, onValue, ...input }: FieldProps) => {
  const id = useId();
  const below = trouble ?? hint;
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="field"
        aria-invalid={trouble !== undefined}
        aria-describedby={below && `${id}-below`}
        onChange={(event) => onValue(event.target.value)}
      />
      {trouble !== undefined && <Trouble id={`${id}-below`} text={trouble} />}
      {trouble === undefined && hint !== undefined && (
        <p className="hint" id={`${id}-below`}>
          {hint}
        </p>
      )}
    </div>
  );
};
