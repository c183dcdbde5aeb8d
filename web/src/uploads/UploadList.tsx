import { useTexts } from '../texts/language';
import type { Dropped } from './dropped';
import { mostUploads, type Upload } from './item';
import { UploadRow } from './UploadRow';
import type { LeftOut } from './useUploading';
import './uploads.css';

const mostNames = 3;

const LeftOutNote = ({ leftOut: { names, tooMany } }: { readonly leftOut: LeftOut }) => {
  const texts = useTexts().upload;
  const shown = names.slice(0, mostNames).join(', ');
  return (
    <>
      {names.length > 0 && (
        <p className="upload-note" role="status">
          {texts.leftOut(shown, Math.max(0, names.length - mostNames))}
        </p>
      )}
      {tooMany && (
        <p className="upload-note" role="status">
          {texts.tooMany(mostUploads)}
        </p>
      )}
    </>
  );
};

type UploadListProps = {
  readonly uploads: readonly Upload[];
  readonly leftOut: LeftOut;
  readonly onChosen: (dropped: Dropped) => void;
};

/** All uploads for one place, and what was not taken. */
export const UploadList = ({ uploads, leftOut, onChosen }: UploadListProps) => {
  const texts = useTexts().upload;
  return (
    <>
      {uploads.length > 0 && (
        <ul className="uploads" aria-label={texts.list}>
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onChosen={onChosen} />
          ))}
        </ul>
      )}
      <LeftOutNote leftOut={leftOut} />
    </>
  );
};
