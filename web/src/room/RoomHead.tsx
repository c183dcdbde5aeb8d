import { Link as LinkIcon, Lock, PanelRightClose, PanelRightOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Texts } from '../texts/en';
import { useLanguage, useTexts } from '../texts/language';
import { ControlChoice } from './ControlChoice';
import type { RoomPort } from './port';
import { Settings } from './Settings';
import { hereIn, type RoomView } from './view';

type RoomHeadProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly hasPanel: boolean;
  readonly unread: number;
  readonly onPanel: () => void;
  readonly onInvite: () => void;
  readonly onCompanion: () => void;
  readonly onDoor: () => void;
  readonly onModeration: () => void;
  readonly onKeys: () => void;
  /** What is said of a room without a server. */
  readonly sign: ReactNode;
};

const PanelButton = ({
  hasPanel,
  unread,
  onPanel,
}: Pick<RoomHeadProps, 'hasPanel' | 'unread' | 'onPanel'>) => {
  const texts = useTexts();
  const news = !hasPanel && unread > 0 ? `. ${texts.chat.unread(unread)}` : '';
  return (
    <button
      type="button"
      className="icon-button panel-button"
      aria-label={(hasPanel ? texts.room.hidePanel : texts.room.showPanel) + news}
      aria-pressed={hasPanel}
      onClick={onPanel}
    >
      {hasPanel ? (
        <PanelRightClose size={20} strokeWidth={1.75} />
      ) : (
        <PanelRightOpen size={20} strokeWidth={1.75} />
      )}
      {news !== '' && <span className="badge numbers">{Math.min(unread, 99)}</span>}
    </button>
  );
};

/** With whom one is here; of a giant with who leads it, or nothing. */
const companyIn = (view: RoomView, texts: Texts['room'], language: string): string | undefined => {
  const others = view.people
    .filter(({ isSelf, isHost }) => !isSelf && (isHost || view.crowd === undefined))
    .map(({ name }) => name);
  if (others.length === 0) return view.crowd === undefined ? texts.onlyYou : undefined;
  return texts.withOthers(new Intl.ListFormat(language, { type: 'conjunction' }).format(others));
};

/** The line above the film: where one is, who controls, and the one action, to invite. */
export const RoomHead = ({
  port,
  view,
  hasPanel,
  unread,
  onPanel,
  onInvite,
  onCompanion,
  onDoor,
  onModeration,
  onKeys,
  sign,
}: RoomHeadProps) => {
  const { texts, language } = useLanguage();
  const company = companyIn(view, texts.room, language);
  const here = texts.room.here(hereIn(view));
  return (
    <header className="room-head">
      {port.server ? (
        <Link href="/" className="wordmark" aria-label={texts.common.home}>
          Matinee
        </Link>
      ) : (
        <span className="wordmark">Matinee</span>
      )}
      <p className="room-facts">
        {view.door.title !== undefined && <strong className="room-title">{view.door.title}</strong>}
        <strong className="numbers">{company ?? here}</strong>
        {company !== undefined && hereIn(view) > 0 && <span className="numbers">{here}</span>}
        {view.isLocked && (
          <span className="room-locked">
            <Lock size={14} strokeWidth={1.75} aria-hidden="true" />
            {texts.door.locked}
          </span>
        )}
      </p>
      {sign}
      <Settings
        port={port}
        view={view}
        onCompanion={onCompanion}
        onDoor={onDoor}
        onModeration={onModeration}
        onKeys={onKeys}
      />
      <PanelButton hasPanel={hasPanel} unread={unread} onPanel={onPanel} />
      <ControlChoice port={port} view={view} />
      <button type="button" className="action invite" onClick={onInvite}>
        <LinkIcon size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.room.invite}
      </button>
    </header>
  );
};
