import { Ellipsis, Pencil, Reply, Trash2 } from 'lucide-react';
import type { Wish } from '../room/port';
import type { SaidLine } from '../room/view';
import { useTexts } from '../texts/language';
import { Floating } from '../ui/floating';

/** What people answer with most, one tap away. */
const emojis = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

/** What this page's person may do with a line. */
export type LineRights = {
  readonly self: string | undefined;
  readonly mayChat: boolean;
  readonly mayRemove: boolean;
};

/** What a person does with lines: answers or edits in the composer, the rest at once. */
export type LineActs = {
  readonly onAnswer: (line: SaidLine) => void;
  readonly onEdit: (line: SaidLine) => void;
  readonly send: (wish: Wish) => void;
};

type LineMenuProps = LineActs & LineRights & { readonly line: SaidLine };

type ItemsProps = LineMenuProps & { readonly close: () => void };

const Emojis = ({ line, self, send, close }: ItemsProps) => {
  const texts = useTexts().lines;
  return (
    <div className="line-emojis">
      {emojis.map((emoji) => (
        <button
          key={emoji}
          type="button"
          role="menuitem"
          aria-label={texts.react(emoji)}
          onClick={() => {
            close();
            send({ type: 'react', line: line.key, emoji, on: !hasGiven(line, emoji, self) });
          }}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
};

const Items = (props: ItemsProps) => {
  const { line, self, mayChat, mayRemove, onAnswer, onEdit, send, close } = props;
  const texts = useTexts().lines;
  const choices = [
    mayChat && { icon: Reply, text: texts.answer, act: () => onAnswer(line) },
    mayChat && line.by === self && { icon: Pencil, text: texts.edit, act: () => onEdit(line) },
    mayRemove && {
      icon: Trash2,
      text: texts.remove,
      act: () => send({ type: 'removeLine', line: line.key }),
    },
  ].filter((choice) => choice !== false);
  return (
    <>
      {mayChat && <Emojis {...props} />}
      {choices.map(({ icon: Icon, text, act }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => {
            close();
            act();
          }}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          {text}
        </button>
      ))}
    </>
  );
};

/** What a person may do with a line, behind one button. */
export const LineMenu = (props: LineMenuProps) => {
  const texts = useTexts().lines;
  if (!props.mayChat && !props.mayRemove) return null;
  return (
    <Floating
      kind="menu"
      label={texts.more}
      opener={(opener) => (
        <button type="button" className="line-more" aria-label={texts.more} {...opener}>
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      )}
    >
      {(close) => <Items {...props} close={close} />}
    </Floating>
  );
};

const hasGiven = (line: SaidLine, emoji: string, self: string | undefined): boolean =>
  line.reactions.some((each) => each.emoji === emoji && each.by.includes(self ?? ''));

/** The emojis that a line was given; a tap gives the same, or takes it back. */
export const Reactions = ({
  line,
  self,
  mayChat,
  send,
}: Pick<LineMenuProps, 'line' | 'self' | 'mayChat' | 'send'>) => {
  const texts = useTexts().lines;
  if (line.reactions.length === 0) return null;
  return (
    <div className="line-reactions">
      {line.reactions.map(({ emoji, by }) => {
        const on = !by.includes(self ?? '');
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={!on}
            aria-label={texts.reacted(emoji, by.length)}
            disabled={!mayChat}
            onClick={() => send({ type: 'react', line: line.key, emoji, on })}
          >
            {emoji} <span className="numbers">{by.length}</span>
          </button>
        );
      })}
    </div>
  );
};
