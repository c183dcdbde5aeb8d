import { Link as LinkIcon, Lock, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../texts/language';
import { ControlChoice } from './ControlChoice';
import type { RoomPort } from './port';
import { Settings } from './Settings';
import type { RoomView } from './view';

type RoomHeadProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly hasPanel: boolean;
  readonly unread: number;
  readonly onPanel: () => void;
  readonly onInvite: () => void;
  readonly onCompanion: () => void;
  readonly onKeys: () => void;
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

/** The line above the film: where one is, who controls, and the one action, to invite. */
export const RoomHead = ({
  port,
  view,
  hasPanel,
  unread,
  onPanel,
  onInvite,
  onCompanion,
  onKeys,
}: RoomHeadProps) => {
  const { texts, language } = useLanguage();
  const others = view.people.filter(({ isSelf }) => !isSelf).map(({ name }) => name);
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(others);
  const here = view.people.filter(({ condition }) => condition !== 'LOST').length;
  return (
    <header className="room-head">
      <Link href="/" className="wordmark" aria-label={texts.common.home}>
        Matinee
      </Link>
      <p className="room-facts">
        <strong>{others.length > 0 ? texts.room.withOthers(names) : texts.room.onlyYou}</strong>
        {here > 0 && <span className="numbers">{texts.room.here(here)}</span>}
        {view.isLocked && (
          <span className="room-locked">
            <Lock size={14} strokeWidth={1.75} aria-hidden="true" />
            {texts.door.locked}
          </span>
        )}
      </p>
      <Settings port={port} view={view} onCompanion={onCompanion} onKeys={onKeys} />
      <PanelButton hasPanel={hasPanel} unread={unread} onPanel={onPanel} />
      <ControlChoice port={port} view={view} />
      <button type="button" className="action invite" onClick={onInvite}>
        <LinkIcon size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.room.invite}
      </button>
    </header>
  );
};
