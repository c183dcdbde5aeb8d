import { Smartphone } from 'lucide-react';
import { useRef } from 'react';
import { useVisibleArea } from '../device/useVisibleArea';
import { useKeys } from '../keys/useKeys';
import { Announcer } from '../room/Announcer';
import { ContactBanner } from '../room/ContactBanner';
import type { RoomPort } from '../room/port';
import { SidePanel } from '../room/SidePanel';
import { filmIn, type RoomView, selfIn } from '../room/view';
import { useTexts } from '../texts/language';
import { NowPlaying } from './NowPlaying';
import '../room/room.css';
import '../room/narrow.css';
import './companion.css';

/** A room on a second screen: what plays and where it is in one strip, and all the rest for people and chat. */
export const CompanionFrame = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts().companion;
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const self = selfIn(view);
  const title = filmIn(view)?.title;
  useVisibleArea();
  useKeys((action) => {
    if (action.type === 'writeMessage') field.current?.focus();
    if (action.type === 'searchMessages') opener.current?.click();
  });
  return (
    <div className="room companion">
      {title && <title>{`${title} · ${texts.second}`}</title>}
      <header className="companion-head">
        <Smartphone size={18} strokeWidth={1.75} aria-hidden="true" />
        <p>{self ? texts.of(self.name) : texts.second}</p>
      </header>
      <main className="room-main" aria-label={title ?? texts.second}>
        {view.contact.type === 'lost' && <ContactBanner port={port} contact={view.contact} />}
        <NowPlaying port={port} view={view} />
      </main>
      <SidePanel port={port} view={view} field={field} opener={opener} />
      <Announcer view={view} />
    </div>
  );
};
