import { useTexts } from '../texts/language';
import { type Piece, piecesOf } from './pieces';

type WordsProps = {
  readonly text: string;
  readonly lengthMs: number | undefined;
  /** Left out when this person may not seek. */
  readonly onPosition: ((positionMs: number) => void) | undefined;
};

const keyed = (pieces: readonly Piece[]) => {
  let from = 0;
  return pieces.map((piece) => {
    const key = from;
    from += piece.text.length;
    return { key, piece };
  });
};

type PieceProps = Pick<WordsProps, 'onPosition'> & { readonly piece: Piece };

const PieceOfText = ({ piece, onPosition }: PieceProps) => {
  const texts = useTexts().chat;
  switch (piece.type) {
    case 'words':
      return piece.text;
    case 'link':
      return (
        <a
          href={piece.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="chat-link"
        >
          {piece.text}
        </a>
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

/** A text with its times as places to go to and its addresses as links. */
export const Words = ({ text, lengthMs, onPosition }: WordsProps) =>
  keyed(piecesOf(text, lengthMs)).map(({ key, piece }) => (
    <PieceOfText key={key} piece={piece} onPosition={onPosition} />
  ));
