import { ShareButton } from '../invite/ShareButton';
import { CopyButton } from '../invite/ShownLink';
import '../invite/invite.css';

type ShownCodeProps = {
  readonly label: string;
  /** A code, or a link with it. */
  readonly text: string;
};

/** A code to copy and to share. */
export const ShownCode = ({ label, text }: ShownCodeProps) => (
  <>
    <textarea
      className="field peer-code"
      readOnly
      rows={4}
      aria-label={label}
      value={text}
      onFocus={(event) => event.target.select()}
    />
    <div className="invite-actions">
      {window.isSecureContext && <CopyButton text={text} />}
      <ShareButton data={{ text }} />
    </div>
  </>
);
