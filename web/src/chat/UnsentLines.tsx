import type { RoomPort } from '../room/port';
import type { RoomView, Unsent } from '../room/view';
import { useTexts } from '../texts/language';

/** What this person said while the room could not be reached, and what was not sent: it stays in place, with what to do. */
const UnsentLine = ({
  message,
  onAgain,
}: {
  readonly message: Unsent;
  readonly onAgain: () => void;
}) => {
  const texts = useTexts();
  return (
    <li className="chat-unsent" data-failed={message.why !== undefined}>
      <p className="chat-text" dir="auto">
        {message.text}
      </p>
      {message.why === undefined ? (
        <p className="chat-unsent-why">{texts.chat.waits}</p>
      ) : (
        <p className="chat-unsent-why" role="alert">
          {texts.chat.notSent} {texts.rejected[message.why]}{' '}
          <button type="button" className="link-button" onClick={onAgain}>
            {texts.common.tryAgain}
          </button>
        </p>
      )}
    </li>
  );
};

/** Messages on their way are not worth a line while there is a connection: they are there in a moment. */
const inSight = (view: RoomView): readonly Unsent[] =>
  view.unsent.filter(({ why }) => why !== undefined || view.contact.type !== 'live');

type UnsentLinesProps = { readonly port: RoomPort; readonly view: RoomView };

/** What this person said and the room has not got. */
export const UnsentLines = ({ port, view }: UnsentLinesProps) =>
  inSight(view).map((message) => (
    <UnsentLine
      key={`unsent ${message.key}`}
      message={message}
      onAgain={() => port.sayAgain(message.key)}
    />
  ));
