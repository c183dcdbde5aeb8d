import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type UIEvent, useState } from 'react';
import type { RoomPort } from '../../room/port';
import { useTexts } from '../../texts/language';
import { Trouble } from '../../ui/trouble';
import { FoundList } from './FoundList';
import { type Outcome, useSearch } from './useSearch';
import './search.css';

const longest = 200;
const nearPx = 120;

type SearchPanelProps = {
  readonly port: RoomPort;
  /** What was looked for last. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Shows a line; tells whether it could be had. */
  readonly onGo: (key: number) => Promise<boolean>;
  readonly onClose: () => void;
};

const useTold = ({ state, lines, next }: Outcome): string => {
  const texts = useTexts().search;
  switch (state) {
    case 'idle':
      return texts.hint;
    case 'tooMany':
      return texts.tooMany;
    case 'searching':
      return texts.searching;
    case 'failed':
      return '';
    case 'done':
      if (lines.length === 0) return next === undefined ? texts.nothing : texts.nothingYet;
      return next === undefined ? texts.found(lines.length) : '';
  }
};

/** Looks for what was said, over the conversation, until a line is chosen or Escape is pressed. */
export const SearchPanel = ({ port, text, onText, onGo, onClose }: SearchPanelProps) => {
  const texts = useTexts().search;
  const { outcome, more } = useSearch(port, text);
  const [isLost, setLost] = useState(false);
  const { state, lines, words, next } = outcome;
  const told = useTold(outcome);
  const go = (key: number) => {
    setLost(false);
    void onGo(key).then((isShown) => setLost(!isShown));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const toFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    event.currentTarget.closest('search')?.querySelector<HTMLElement>('.found button')?.focus();
  };
  const scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent) => {
    const isNear = scrollHeight - scrollTop - clientHeight < nearPx;
    if (isNear && state === 'done' && next !== undefined) more();
  };
  return (
    <search className="chat-search" aria-label={texts.open} onKeyDown={onKeyDown}>
      <div className="chat-search-head">
        <Search size={18} strokeWidth={1.75} aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: it was opened to write into it.
          autoFocus
          className="bare-field"
          type="search"
          enterKeyHint="search"
          maxLength={longest}
          aria-label={texts.open}
          placeholder={texts.placeholder}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={toFirst}
        />
        <button type="button" className="icon-button" aria-label={texts.close} onClick={onClose}>
          <X size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <div className="chat-search-body" aria-busy={state === 'searching'} onScroll={scrolled}>
        {lines.length > 0 && <FoundList lines={lines} words={words} label={texts.list} onGo={go} />}
        <p className="chat-search-state" role="status">
          {told}
        </p>
        {isLost && <Trouble text={texts.lost} />}
        {state === 'failed' && <Trouble text={texts.failed} />}
        {(state === 'failed' || (state === 'done' && next !== undefined)) && (
          <button type="button" className="link-button chat-search-more" onClick={more}>
            {state === 'failed' ? texts.again : texts.more}
          </button>
        )}
      </div>
    </search>
  );
};
