const key = 'matinee.loadedAnew';
const againAfterMs = 60_000;

/** Loads the page anew, unless that was done in this tab within the last minute, or the browser cannot remember it; gives whether it is. */
export const loadAnewOnce = (): boolean => {
  try {
    const beforeMs = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - beforeMs < againAfterMs) return false;
    sessionStorage.setItem(key, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
};
