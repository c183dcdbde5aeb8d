import { WifiOff } from 'lucide-react';
import { useTicks } from '../device/clock';
import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import type { Contact } from './view';

type ContactBannerProps = {
  readonly port: RoomPort;
  readonly contact: Extract<Contact, { type: 'lost' }>;
};

/** Says that the connection is lost and when it is tried again; the person may try now. */
export const ContactBanner = ({ port, contact }: ContactBannerProps) => {
  const texts = useTexts().room;
  useTicks(true, 250);
  const seconds = Math.ceil(((contact.retryAtMs ?? 0) - port.nowMs()) / 1000);
  return (
    <div className="banner" data-testid="connection-lost">
      <WifiOff size={18} strokeWidth={1.75} aria-hidden="true" />
      <p className="numbers">{seconds > 0 ? texts.lostIn(seconds) : texts.lostNow}</p>
      <button type="button" className="pill" onClick={port.connectNow}>
        {texts.tryNow}
      </button>
    </div>
  );
};
