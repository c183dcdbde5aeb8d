import { useLinkForOthers } from '../invite/linkForOthers';
import { CopyButton } from '../invite/ShownLink';

type OwnLinkProps = {
  /** Where it leads on this server. */
  readonly path: string;
  readonly label: string;
};

/** A link in a field, to be given on. */
export const OwnLink = ({ path, label }: OwnLinkProps) => {
  const link = useLinkForOthers(new URL(path, location.origin).href);
  return (
    <div className="screening-link">
      <input
        className="field"
        readOnly
        aria-label={label}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      {window.isSecureContext && <CopyButton text={link} kind="pill" />}
    </div>
  );
};
