import { readTalks, type Talk } from '../api/conversations';
import { useAtNews } from '../friends/useAtNews';

/** The person's conversations, kept up to date; nothing until they are known. */
export const useTalks = (): readonly Talk[] | undefined => useAtNews(readTalks)?.conversations;
