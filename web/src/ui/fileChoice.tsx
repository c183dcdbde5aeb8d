import type { ReactNode } from 'react';

type FileChoiceProps = {
  readonly className: string;
  /** Which files are offered, as an input takes it. */
  readonly accept: string;
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
};

/** Lets the person choose a file from this device; looks like whatever it holds. */
export const FileChoice = ({ className, accept, children, onFile }: FileChoiceProps) => (
  <label className={className}>
    <input
      type="file"
      className="unseen"
      accept={accept}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
    {children}
  </label>
);
