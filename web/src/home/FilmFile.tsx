import type { ReactNode } from 'react';
import { FileChoice } from '../ui/fileChoice';

type FilmFileProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
};

/** Lets the person choose a film from this device. */
export const FilmFile = (props: FilmFileProps) => (
  <FileChoice accept="video/*,audio/*,.mkv" {...props} />
);
