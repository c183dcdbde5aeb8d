import { isLivePosition } from '@matinee/link/live';
import { clockText } from '../player/position';
import { policyOf } from '../room/control';
import type { Gate, Happening } from '../room/view';
import { wishText } from '../room/wishText';
import type { Texts } from '../texts/en';

const gateText = ({ chat }: Texts, gate: Gate): string => {
  switch (gate.type) {
    case 'everyone':
      return chat.waitsForEveryone;
    case 'quorum':
      return chat.waitsForMost(gate.percent);
    case 'host':
      return chat.waitsForHost;
    case 'noOne':
      return chat.waitsForNobody;
  }
};

type Moved = Extract<Happening, { readonly positionMs: number }>;

/** A live stream has no places that people could name. */
const movedText = ({ chat }: Texts, { type, positionMs }: Moved, name: string): string => {
  if (!isLivePosition(positionMs)) return chat[type](name, clockText(positionMs));
  switch (type) {
    case 'played':
      return chat.livePlayed(name);
    case 'paused':
      return chat.livePaused(name);
    case 'wentBack':
    case 'wentOn':
    case 'went':
      return chat.liveMoved(name);
  }
};

type OfFilm = Extract<Happening, { readonly title: string }>;

const filmText = ({ chat, upload, queue }: Texts, what: OfFilm): string => {
  switch (what.type) {
    case 'filmVanished':
      return upload.vanished(what.title || queue.someFilm);
    case 'begun':
      return chat.begun(what.title || queue.someFilm);
    default:
      return what.name === '' ? chat.film(what.title) : chat.loaded(what.name, what.title);
  }
};

type OfQueue = Extract<
  Happening,
  { readonly type: 'queued' | 'dequeued' | 'autoAdvance' | 'stayed' }
>;

const queueText = ({ queue }: Texts, what: OfQueue, name: string): string => {
  switch (what.type) {
    case 'queued':
    case 'dequeued':
      return queue[what.type](name, what.title || queue.someFilm);
    case 'autoAdvance':
      return queue[what.on ? 'switchedOn' : 'switchedOff'](name);
    case 'stayed':
      return queue.stayed(name);
  }
};

/** What happened in the room, in words. Positions are written so that they can be found as places in the film. */
export const happeningText = (texts: Texts, what: Happening): string => {
  const { chat } = texts;
  const known = (name: string) => name || chat.somebody;
  switch (what.type) {
    case 'joined':
    case 'left':
    case 'lost':
    case 'returned':
    case 'hostChanged':
      return chat[what.type](known(what.name));
    case 'renamed':
      return chat.renamed(known(what.before), what.name);
    case 'controlChanged':
      return chat.control[policyOf(what.control) ?? 'MIXED'];
    case 'proposed':
      return chat.proposed(known(what.name), wishText(texts, what.wish));
    case 'proposalEnded':
      return chat.proposalEnded[what.end](known(what.by), known(what.name));
    case 'kicked':
    case 'banned':
    case 'unbanned':
    case 'muted':
    case 'unmuted':
      return chat[what.type](known(what.by), known(what.name));
    case 'locked':
    case 'unlocked':
      return chat[what.type](known(what.name));
    case 'doorChanged':
      return texts.entrance.changed(known(what.name));
    case 'ownerChanged':
      return texts.entrance.owned(known(what.name));
    case 'movedAway':
      return texts.regions.movedTo(known(what.name), texts.regions.name(what.region));
    case 'slowModeChanged':
      return texts.slowMode.changed(what.seconds);
    case 'writersChanged':
      return texts.writers.changed[what.writers];
    case 'standingChanged':
      return chat.standing[what.standing](known(what.name));
    case 'gateChanged':
      return gateText(texts, what.gate);
    case 'excusedChanged':
      return (what.excused ? chat.excused : chat.excusedNoMore)(known(what.name));
    case 'loaded':
    case 'begun':
    case 'filmVanished':
      return filmText(texts, what);
    case 'queued':
    case 'dequeued':
    case 'autoAdvance':
    case 'stayed':
      return queueText(texts, what, known(what.name));
    case 'played':
    case 'paused':
    case 'wentBack':
    case 'wentOn':
    case 'went':
      return movedText(texts, what, known(what.name));
    case 'rate':
      return chat.rate(known(what.name), String(what.rate));
  }
};
