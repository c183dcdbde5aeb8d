import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { later } from '../device/clock';
import { useTexts } from '../texts/language';
import { isLocalOnly } from './linkForOthers';
import './invite.css';

const QrCode = ({ link }: { readonly link: string }) => {
  const texts = useTexts().invite;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let wanted = true;
    void import('lean-qr').then(({ generate }) => {
      if (wanted && canvas.current) {
        generate(link).toCanvas(canvas.current, {
          on: [14, 13, 16, 255],
          off: [242, 238, 232, 255],
        });
      }
    });
    return () => {
      wanted = false;
    };
  }, [link]);
  return <canvas ref={canvas} className="qr" role="img" aria-label={texts.qr} />;
};

type CopyButtonProps = {
  readonly text: string;
  /** Whether that is what one comes for, or something besides. */
  readonly kind?: 'action' | 'pill';
};

/** Copies a text, where the browser lets pages do so. */
export const CopyButton = ({ text, kind = 'action' }: CopyButtonProps) => {
  const texts = useTexts().common;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    return isCopied ? later(2500, () => setCopied(false)) : undefined;
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" className={kind} onClick={() => void copy()}>
      {isCopied ? (
        <Check size={18} aria-hidden="true" />
      ) : (
        <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
      )}
      <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
    </button>
  );
};

type ShownLinkProps = {
  readonly link: string;
  readonly label: string;
  /** What is said of a link that works on this computer only. */
  readonly localOnly: string;
  /** What else may be done with it. */
  readonly children?: ReactNode;
};

/** A link to scan and to copy. */
export const ShownLink = ({ link, label, localOnly, children }: ShownLinkProps) => (
  <>
    <QrCode link={link} />
    <input
      className="field invite-link"
      readOnly
      aria-label={label}
      value={link}
      onFocus={(event) => event.target.select()}
    />
    <div className="invite-actions">
      {window.isSecureContext && <CopyButton text={link} />}
      {children}
    </div>
    {isLocalOnly(new URL(link).hostname) && <p className="invite-note">{localOnly}</p>}
  </>
);
