import type { ChatLine } from '../room/view';
import type { Texts } from '../texts/en';

/** That something was said and is not told any more, in words. */
export const removalText = (
  { lines, chat }: Texts,
  { name, remover }: Extract<ChatLine, { type: 'removed' }>,
): string => {
  const whose = name || chat.somebody;
  return remover === undefined
    ? lines.removedOwn(whose)
    : lines.removed(remover || chat.somebody, whose);
};
