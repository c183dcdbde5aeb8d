import type { SentInvitation } from '../api/invitations';
import { useByLetterTexts } from '../texts/byLetter/texts';
import { linkWith } from './held';
import { useLinkForOthers } from './linkForOthers';
import { CopyButton } from './ShownLink';

const UnsentLink = ({ address, link: ownLink }: { address: string; link: string }) => {
  const texts = useByLetterTexts();
  const link = useLinkForOthers(ownLink);
  return (
    <li className="unsent-link">
      <span>{address}</span>
      <div className="invite-actions">
        <input
          className="field invite-link"
          readOnly
          aria-label={texts.linkOf(address)}
          value={link}
          onFocus={(event) => event.target.select()}
        />
        {window.isSecureContext && <CopyButton text={link} />}
      </div>
    </li>
  );
};

type SentLettersProps = {
  readonly sent: readonly SentInvitation[];
  readonly roomLink: string;
  readonly onBack: () => void;
};

/** What was sent, and the links of those to whom no letter goes. */
export const SentLetters = ({ sent, roomLink, onBack }: SentLettersProps) => {
  const texts = useByLetterTexts();
  const unsent = sent.filter(({ token }) => token !== undefined);
  const onTheirWay = sent.length - unsent.length;
  return (
    <>
      {onTheirWay > 0 && (
        <p role="status">
          <strong>{texts.sentTitle(onTheirWay)}.</strong> {texts.sentText}
        </p>
      )}
      {unsent.length > 0 && (
        <>
          <p role="status">
            <strong>{texts.unsentTitle(unsent.length)}.</strong> {texts.unsentText}
          </p>
          <ul className="invitation-list">
            {unsent.map(({ id, to, token = '' }) => (
              <UnsentLink key={id} address={to} link={linkWith(roomLink, token)} />
            ))}
          </ul>
        </>
      )}
      {/* biome-ignore lint/a11y/noAutofocus: the form that had the focus is gone. */}
      <button type="button" className="pill" autoFocus onClick={onBack}>
        {texts.back}
      </button>
    </>
  );
};
