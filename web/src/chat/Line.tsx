import { memo } from 'react';
import { MemberAvatar } from '../people/MemberAvatar';
import { ShownName } from '../people/ShownName';
import type { ChatLine, Quote, SaidLine } from '../room/view';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { happeningText } from './happeningText';
import { type LineActs, LineMenu, type LineRights, Reactions } from './LineMenu';
import { PositionChip } from './PositionChip';
import { removalText } from './removalText';
import { Words } from './Words';
import './line.css';

type LineProps = LineActs &
  LineRights & {
    readonly line: ChatLine;
    readonly follows: boolean;
    readonly lengthMs: number | undefined;
    readonly onPosition: ((positionMs: number) => void) | undefined;
    /** Asks for a place of the film, whether one may or not. */
    readonly onSeek: (positionMs: number) => void;
    /** Shows the line with this key, wherever it is. */
    readonly onShow: (key: number) => void;
  };

/** By what a line is found in the page. */
export const lineId = (key: number): string => `line-${key}`;

type AnsweredProps = Pick<LineProps, 'onShow'> & { readonly quote: Quote };

const Answered = ({ quote, onShow }: AnsweredProps) => {
  const texts = useTexts();
  const name = quote.name || texts.chat.somebody;
  return (
    <button
      type="button"
      className="line-quote"
      aria-label={texts.lines.goTo(name)}
      onClick={() => onShow(quote.key)}
    >
      {quote.text === undefined ? (
        texts.lines.earlier
      ) : (
        <>
          <strong>{name}</strong> <span dir="auto">{quote.text}</span>
        </>
      )}
    </button>
  );
};

const Said = ({
  line,
  follows,
  ...rest
}: Omit<LineProps, 'line'> & { readonly line: SaidLine }) => {
  const { texts, language } = useLanguage();
  const time = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <li
      className="chat-said"
      id={lineId(line.key)}
      tabIndex={-1}
      data-follows={follows}
      data-me={line.mentions?.some(({ id }) => id === rest.self) === true}
    >
      {!follows && <MemberAvatar id={line.by} name={line.name} />}
      <div className="chat-body">
        {!follows && (
          <p className="chat-head">
            <ShownName name={line.name || texts.chat.somebody} />
            <time className="numbers" dateTime={new Date(line.atMs).toISOString()}>
              {time.format(line.atMs)}
            </time>
          </p>
        )}
        {line.answers && <Answered quote={line.answers} onShow={rest.onShow} />}
        <p className="chat-text" dir="auto">
          {line.position && <PositionChip position={line.position} onSeek={rest.onSeek} />}
          <Words
            text={line.text}
            lengthMs={rest.lengthMs}
            onPosition={rest.onPosition}
            mentions={line.mentions}
            self={rest.self}
          />
          {line.isEdited && <small className="line-edited"> ({texts.lines.edited})</small>}
        </p>
        <Reactions line={line} self={rest.self} mayChat={rest.mayChat} send={rest.send} />
      </div>
      <LineMenu line={line} {...rest} />
    </li>
  );
};

/** Drawn anew only when it changes: there may be thousands of lines, and the room changes several times a second. */
export const Line = memo(({ line, ...rest }: LineProps) => {
  const texts = useTexts();
  switch (line.type) {
    case 'said':
      return <Said line={line} {...rest} />;
    case 'removed':
      return (
        <li className="chat-happened" id={lineId(line.key)} tabIndex={-1}>
          {removalText(texts, line)}
        </li>
      );
    case 'happened':
      return (
        <li className="chat-happened">
          <Words
            text={happeningText(texts, line.what)}
            lengthMs={rest.lengthMs}
            onPosition={rest.onPosition}
            withoutLinks
          />
        </li>
      );
  }
});
