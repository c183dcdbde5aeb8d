import type { Message } from '../api/conversations';

/** The messages that are known, by number, with what came of them later: of two states of one the later change counts. */
export const merged = (known: readonly Message[], came: readonly Message[]): readonly Message[] => {
  const all = new Map(known.map((message) => [message.number, message]));
  for (const message of came) {
    const before = all.get(message.number);
    if (before === undefined || before.change <= message.change) all.set(message.number, message);
  }
  return [...all.values()].sort((a, b) => a.number - b.number);
};

const together = 5 * 60_000;

/** Whether a message goes on with what the same person said just before. */
export const followsOn = (message: Message, previous: Message | undefined): boolean =>
  previous !== undefined &&
  previous.by === message.by &&
  Date.parse(message.at) - Date.parse(previous.at) < together;
