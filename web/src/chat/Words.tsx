import { useTexts } from '../texts/language';
import type { Named } from './mentions';
import { type Piece, piecesOf } from './pieces';

type WordsProps = {
  readonly text: string;
  readonly lengthMs: number | undefined;
  /** Left out when this person may not seek. */
  readonly onPosition: ((positionMs: number) => void) | undefined;
  /** Whom the text mentions; who does not stand in it any more is told behind it. */
  readonly mentions?: readonly Named[] | undefined;
  /** Nobody wrote it as a message: a name or a title that looks like an address becomes no link. */
  readonly withoutLinks?: boolean;
  /** This page's person. */
  readonly self?: string | undefined;
};

const keyed = (pieces: readonly Piece[]) => {
  let from = 0;
  return pieces.map((piece) => {
    const key = from;
    from += piece.text.length;
    return { key, piece };
  });
};

type PieceProps = Pick<WordsProps, 'onPosition' | 'self'> & { readonly piece: Piece };

const PieceOfText = ({ piece, onPosition, self }: PieceProps) => {
  const texts = useTexts().chat;
  switch (piece.type) {
    case 'words':
      return piece.text;
    case 'link':
      return (
        <>
          <a
            href={piece.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="chat-link"
          >
            {piece.text}
          </a>
          {piece.host !== undefined && <small className="chat-host"> ({piece.host})</small>}
        </>
      );
    case 'mention':
      return (
        <span className="chat-mention" data-me={piece.id === self}>
          {piece.text}
        </span>
      );
    case 'position':
      return onPosition ? (
        <button
          type="button"
          className="chat-position numbers"
          title={texts.goTo(piece.text)}
          onClick={() => onPosition(piece.positionMs)}
        >
          {piece.text}
        </button>
      ) : (
        piece.text
      );
  }
};

/** A text with its times as places to go to, its addresses as links, and who is mentioned as marks. */
export const Words = ({
  text,
  lengthMs,
  onPosition,
  mentions = [],
  self,
  withoutLinks,
}: WordsProps) => {
  const pieces = piecesOf(text, lengthMs, mentions).map(
    (piece): Piece =>
      withoutLinks && piece.type === 'link' ? { type: 'words', text: piece.text } : piece,
  );
  const told = new Set(pieces.flatMap((piece) => (piece.type === 'mention' ? piece.id : [])));
  const untold = mentions.filter(({ id, name }) => name !== '' && !told.has(id));
  return (
    <>
      {keyed(pieces).map(({ key, piece }) => (
        <PieceOfText key={key} piece={piece} onPosition={onPosition} self={self} />
      ))}
      {untold.map(({ id, name }) => (
        <PieceOfText
          key={id}
          piece={{ type: 'mention', text: `@${name}`, id }}
          onPosition={onPosition}
          self={self}
        />
      ))}
    </>
  );
};
