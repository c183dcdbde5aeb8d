import type { Say } from '@matinee/browser';
import type { Room } from '@matinee/link/room';
import { disappointment } from './disappointment';
import type { Unsent } from './view';

/** How many messages that were not sent are kept in sight; the oldest go first. */
const most = 32;

/** What this person said and the room has not got yet. A message that failed stays until it is sent again. */
export const openOutbox = (room: Pick<Room, 'say'>, onChange: () => void) => {
  let unsent: readonly Unsent[] = [];
  let made = 0;
  const show = (next: readonly Unsent[]) => {
    unsent = next.slice(-most);
    onChange();
  };
  const send = async (message: Unsent) => {
    const why = disappointment(await room.say(message.text, message.regards ?? {}));
    const isOther = ({ key }: Unsent) => key !== message.key;
    show(
      why === undefined
        ? unsent.filter(isOther)
        : unsent.map((each) => (isOther(each) ? each : { ...message, why })),
    );
  };
  const say = ({ text, to, mentions, positionMs }: Omit<Say, 'type'>) => {
    made += 1;
    const regards = {
      ...(to === undefined ? {} : { to }),
      ...(mentions === undefined ? {} : { mentions }),
      ...(positionMs === undefined ? {} : { positionMs }),
    };
    const message = { key: made, text, ...(Object.keys(regards).length === 0 ? {} : { regards }) };
    show([...unsent, message]);
    void send(message);
  };
  return {
    unsent: () => unsent,
    say,
    /** Says the message with this key once more. */
    sayAgain: (key: number) => {
      const message = unsent.find((each) => each.key === key);
      if (!message) return;
      unsent = unsent.filter((each) => each !== message);
      say({ text: message.text, ...message.regards });
    },
  };
};
