import { Search } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RoomPort } from '../../room/port';
import { useTexts } from '../../texts/language';
import { SearchPanel } from './SearchPanel';

type ChatSearchProps = {
  readonly port: RoomPort;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly onGo: (key: number) => Promise<boolean>;
};

/** The way into a search of what was said, and the search when it is open. */
export const ChatSearch = ({ port, opener, onGo }: ChatSearchProps) => {
  const texts = useTexts().search;
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const close = () => {
    flushSync(() => setOpen(false));
    opener.current?.focus();
  };
  const go = async (key: number) => {
    const isShown = await onGo(key);
    if (isShown) setOpen(false);
    return isShown;
  };
  return (
    <>
      <button
        type="button"
        className="icon-button chat-search-opener"
        ref={opener}
        aria-label={texts.open}
        aria-expanded={isOpen}
        title={texts.open}
        onClick={() => setOpen(true)}
      >
        <Search size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {isOpen && <SearchPanel port={port} text={text} onText={setText} onGo={go} onClose={close} />}
    </>
  );
};
