import type { ReactNode } from 'react';

type FilmFileProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
};

/** Lets the person choose a film from this device; looks like whatever it holds. */
export const FilmFile = ({ className, children, onFile }: FilmFileProps) => (
  <label className={className}>
    <input
      type="file"
      className="unseen"
      accept="video/*,audio/*,.mkv"
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
    {children}
  </label>
);
