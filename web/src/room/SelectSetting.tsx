import type { ReactNode } from 'react';

/** A setting of the room that is one of several values: its head, what it means, and the choice. */
export const SelectSetting = ({
  title,
  text,
  value,
  onChoose,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly value: string | number;
  readonly onChoose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}) => (
  <>
    <h3 className="floating-head">{title}</h3>
    <label className="setting">
      <small>{text}</small>
      <select
        className="field"
        aria-label={title}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {children}
      </select>
    </label>
  </>
);
