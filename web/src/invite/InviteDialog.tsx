import { Check, Copy, Share2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { addressesForOthers } from '../api/addresses';
import { later } from '../device/clock';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import './invite.css';

/** Whether an address can be opened on this computer only. */
export const isLocalOnly = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\./u.test(hostname);

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

const CopyButton = ({ link }: { readonly link: string }) => {
  const texts = useTexts().common;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    return isCopied ? later(2500, () => setCopied(false)) : undefined;
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <button type="button" className="action" onClick={() => void copy()}>
      {isCopied ? (
        <Check size={18} aria-hidden="true" />
      ) : (
        <Copy size={18} strokeWidth={1.75} aria-hidden="true" />
      )}
      <span aria-live="polite">{isCopied ? texts.copied : texts.copy}</span>
    </button>
  );
};

/** The same page at another address of the server. */
export const linkAt = (address: string, link: string): string => {
  const { pathname, search, hash } = new URL(link);
  return new URL(pathname + search + hash, address).href;
};

/** The link that others can open: `link` itself, or, when that works on this computer only, the same at an address for others. */
const useLinkForOthers = (link: string): string => {
  const [address, setAddress] = useState<string>();
  const isLocal = isLocalOnly(new URL(link).hostname);
  useEffect(() => {
    let wanted = isLocal;
    if (wanted) {
      void addressesForOthers().then(([best]) => wanted && setAddress(best));
    }
    return () => {
      wanted = false;
    };
  }, [isLocal]);
  return isLocal && address !== undefined ? linkAt(address, link) : link;
};

type InviteDialogProps = {
  readonly link: string;
  readonly title: string | undefined;
  readonly onClose: () => void;
};

/** The link to the room: to copy, to scan, to share. */
export const InviteDialog = ({ link: ownLink, title, onClose }: InviteDialogProps) => {
  const texts = useTexts().invite;
  const link = useLinkForOthers(ownLink);
  const text = title ? texts.shareText(title) : texts.shareRoom;
  const share = () => void navigator.share({ url: link, text }).catch(() => undefined);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.text}</p>
      <QrCode link={link} />
      <input
        className="field invite-link"
        readOnly
        aria-label={texts.link}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <div className="invite-actions">
        {window.isSecureContext && <CopyButton link={link} />}
        {'share' in navigator && (
          <button type="button" className="pill" onClick={share}>
            <Share2 size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.share}
          </button>
        )}
      </div>
      {isLocalOnly(new URL(link).hostname) && <p className="invite-note">{texts.localOnly}</p>}
      {link !== ownLink && <p className="invite-note">{texts.nearby}</p>}
    </Dialog>
  );
};
