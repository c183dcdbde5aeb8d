import { Pause, Play, RotateCcw, X } from 'lucide-react';
import type { Texts } from '../texts/en';
import { type Language, useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import type { Dropped } from './dropped';
import { FilmFiles } from './FilmFiles';
import type { Upload, UploadFailure } from './item';
import { remainingText, type UploadProgress } from './progress';
import { cancel, pause, resume } from './store';

type Words = { readonly texts: Texts; readonly language: Language };

const percentOf = (language: Language, { sentBytes, totalBytes }: UploadProgress): string =>
  new Intl.NumberFormat(language, { style: 'percent' }).format(
    totalBytes === 0 ? 0 : Math.floor((sentBytes / totalBytes) * 100) / 100,
  );

const sizeText = (language: Language, bytes: number): string => {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'gigabyte'] : [bytes / 1e6, 'megabyte'];
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, format).format(Math.floor(value * 10) / 10);
};

const failureText = ({ texts, language }: Words, why: UploadFailure): string => {
  const { failed } = texts.upload;
  return why.type === 'quota' ? failed.quota(sizeText(language, why.leftBytes)) : failed[why.type];
};

const sendingText = ({ texts, language }: Words, progress: UploadProgress): string => {
  if (progress.sentBytes >= progress.totalBytes) return texts.upload.finishing;
  const speed = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    progress.bytesPerSecond / 1e6,
  );
  return [
    percentOf(language, progress),
    progress.bytesPerSecond > 0 && texts.upload.speed(speed),
    remainingText(texts, progress),
  ]
    .filter(Boolean)
    .join(' · ');
};

const factsOf = (words: Words, { stage, name }: Upload): string | undefined => {
  const { upload } = words.texts;
  switch (stage.type) {
    case 'sending':
      return sendingText(words, stage.progress);
    case 'lost':
      return upload.lost;
    case 'paused':
      return upload.paused(percentOf(words.language, stage.progress));
    case 'missing':
      return upload.again(name);
    case 'failed':
      return undefined;
    case 'waiting':
    case 'done':
      return upload[stage.type];
  }
};

type IconButtonProps = {
  readonly label: string;
  readonly icon: typeof Pause;
  readonly onPress: () => void;
};

const IconButton = ({ label, icon: Icon, onPress }: IconButtonProps) => (
  <button type="button" className="icon-button" aria-label={label} title={label} onClick={onPress}>
    <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
  </button>
);

type UploadRowProps = {
  readonly upload: Upload;
  readonly onChosen: (dropped: Dropped) => void;
};

const Actions = ({ upload, onChosen }: UploadRowProps) => {
  const { texts } = useLanguage();
  const { name, stage } = upload;
  return (
    <div className="upload-actions">
      {(stage.type === 'sending' || stage.type === 'lost') && (
        <IconButton label={texts.upload.pause(name)} icon={Pause} onPress={() => pause(upload)} />
      )}
      {stage.type === 'paused' && (
        <IconButton label={texts.upload.resume(name)} icon={Play} onPress={() => resume(upload)} />
      )}
      {stage.type === 'failed' && stage.why.type !== 'empty' && (
        <IconButton
          label={texts.upload.retry(name)}
          icon={RotateCcw}
          onPress={() => resume(upload)}
        />
      )}
      {stage.type === 'missing' && (
        <FilmFiles className="pill" onChosen={onChosen}>
          {texts.upload.choose}
        </FilmFiles>
      )}
      <IconButton label={texts.upload.cancel(name)} icon={X} onPress={() => cancel(upload)} />
    </div>
  );
};

/** Whether it can be watched while it comes. */
const Watching = ({ upload }: { readonly upload: Upload }) => {
  const texts = useLanguage().texts.upload;
  if (upload.isDelivered) return <p className="upload-facts">{texts.playsWhileItComes}</p>;
  if (upload.playsWhenWhole) return <p className="upload-facts">{texts.playsWhenWhole}</p>;
  return null;
};

/** One upload: how far it is, what became of it, and what can be done about it. */
export const UploadRow = ({ upload, onChosen }: UploadRowProps) => {
  const words = useLanguage();
  const { stage, name } = upload;
  const facts = factsOf(words, upload);
  return (
    <li className="upload" data-stage={stage.type}>
      <div className="upload-head">
        <p className="upload-name" title={name}>
          {name}
        </p>
        <Actions upload={upload} onChosen={onChosen} />
      </div>
      {'progress' in stage && (
        <progress
          className="upload-bar"
          aria-label={`${words.texts.upload.progress}: ${name}`}
          value={stage.progress.sentBytes}
          max={Math.max(1, stage.progress.totalBytes)}
        />
      )}
      {facts && <p className="upload-facts numbers">{facts}</p>}
      {'progress' in stage && <Watching upload={upload} />}
      {stage.type === 'failed' && <Trouble text={failureText(words, stage.why)} />}
    </li>
  );
};
