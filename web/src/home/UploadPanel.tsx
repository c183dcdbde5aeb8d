import { useLanguage } from '../texts/language';
import { Trouble } from '../ui/trouble';
import { remainingText } from './remaining';
import type { UploadState } from './useUpload';

type UploadPanelProps = {
  readonly state: Exclude<UploadState, { type: 'none' }>;
  readonly onCancel: () => void;
  readonly onRetry: (file: File) => void;
};

const Sending = ({
  state,
  onCancel,
}: {
  state: Extract<UploadState, { type: 'sending' }>;
  onCancel: () => void;
}) => {
  const { texts, language } = useLanguage();
  const { sentBytes, totalBytes, bytesPerSecond } = state.progress;
  const share = totalBytes === 0 ? 0 : sentBytes / totalBytes;
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(
    Math.floor(share * 100) / 100,
  );
  const speed = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(
    bytesPerSecond / 1e6,
  );
  const facts =
    share >= 1
      ? [texts.upload.finishing]
      : [
          percent,
          bytesPerSecond > 0 && texts.upload.speed(speed),
          remainingText(texts, state.progress),
        ];
  return (
    <>
      <div className="upload-head">
        <p className="upload-name">{texts.upload.uploading(state.name)}</p>
        <button type="button" className="pill" onClick={onCancel}>
          {texts.common.cancel}
        </button>
      </div>
      <progress className="upload-bar" aria-label={texts.upload.progress} value={share} max={1} />
      <p className="upload-facts numbers">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
};

/** An upload on its way, or what became of one that failed and what to do. */
export const UploadPanel = ({ state, onCancel, onRetry }: UploadPanelProps) => {
  const { texts } = useLanguage();
  return (
    <div className="upload">
      {state.type === 'sending' ? (
        <Sending state={state} onCancel={onCancel} />
      ) : (
        <>
          <Trouble text={texts.upload.failed[state.why]} />
          <div className="upload-actions">
            <button type="button" className="pill" onClick={() => onRetry(state.file)}>
              {texts.common.tryAgain}
            </button>
            <button type="button" className="pill" onClick={onCancel}>
              {texts.common.cancel}
            </button>
          </div>
        </>
      )}
    </div>
  );
};
