import type { ReactNode } from 'react';

type FileChoiceProps = {
  readonly className: string;
  /** Which files are offered, as an input takes it. */
  readonly accept: string;
  readonly children: ReactNode;
  /** Whether several may be chosen at once. */
  readonly isMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Lets the person choose files from this device; looks like whatever it holds. */
export const FileChoice = ({
  className,
  accept,
  children,
  isMultiple = false,
  onFiles,
}: FileChoiceProps) => (
  <label className={className}>
    <input
      type="file"
      className="unseen"
      accept={accept}
      multiple={isMultiple}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
    {children}
  </label>
);
