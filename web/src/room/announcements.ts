import { happeningText } from '../chat/happeningText';
import { removalText } from '../chat/removalText';
import { newestKey } from '../chat/unread';
import type { Texts } from '../texts/en';
import { waitedForNames } from './names';
import { type ChatLine, type RoomView, selfIn } from './view';

const spoken = (texts: Texts, line: ChatLine, self: string | undefined): string => {
  switch (line.type) {
    case 'said':
      return line.mentions?.some(({ id }) => id === self)
        ? texts.writing.mentioned(line.name || texts.chat.somebody, line.text)
        : `${line.name}: ${line.text}`;
    case 'removed':
      return removalText(texts, line);
    case 'happened':
      return happeningText(texts, line.what);
  }
};

const awaitsFilm = ({ stage }: RoomView): boolean =>
  stage.type === 'loaded' && stage.playback.type === 'waiting' && stage.playback.isForFilm === true;

/** What a screen reader says when one view of a room follows another: new lines of others, whom it waits for, a lost connection. */
export const announcementsOf = (
  texts: Texts,
  before: RoomView,
  after: RoomView,
): readonly string[] => {
  const self = selfIn(after)?.id;
  const seen = newestKey(before.chat);
  const lines =
    before.contact.type === 'connecting'
      ? []
      : after.chat.filter((line) => line.key > seen && !(line.type === 'said' && line.by === self));
  const names = waitedForNames(texts, after);
  return [
    ...lines.map((line) => spoken(texts, line, self)),
    ...(names !== '' && names !== waitedForNames(texts, before)
      ? [texts.room.waitingFor(names)]
      : []),
    ...(awaitsFilm(after) && !awaitsFilm(before) ? [texts.upload.awaited] : []),
    ...(after.contact.type === 'lost' && before.contact.type !== 'lost' ? [texts.room.lost] : []),
  ];
};
