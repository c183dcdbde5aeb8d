import type { ReactNode } from 'react';
import { FileChoice } from '../ui/fileChoice';
import { chosen, type Dropped } from './dropped';

type FilmFilesProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly onChosen: (dropped: Dropped) => void;
};

/** Lets the person choose films from this device. */
export const FilmFiles = ({ onChosen, ...props }: FilmFilesProps) => (
  <FileChoice
    accept="video/*,audio/*,.mkv"
    isMultiple
    onFiles={(files) => onChosen(chosen(files))}
    {...props}
  />
);
