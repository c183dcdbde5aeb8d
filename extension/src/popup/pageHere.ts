import type { Page } from '../messages';

/** The page that the popup is about: of the tab in which the button was pressed, or, where the popup is a page of its own, of the tab that its address names. */
export const pageHere = async (search: string): Promise<Page | undefined> => {
  const named = new URLSearchParams(search).get('tab');
  const [tab] =
    named === null
      ? await chrome.tabs.query({ active: true, currentWindow: true })
      : [await chrome.tabs.get(Number(named))];
  return tab?.id === undefined
    ? undefined
    : { tab: tab.id, url: tab.url ?? '', title: tab.title ?? '' };
};
