const nameOf = (url: string): string => `matinee.upload ${url}`;

/** Lets other tabs of this browser know that the upload at `url` goes on in this one, for as long as its page lives. */
export const goesOnHere = (url: string): void => {
  if ('locks' in navigator) void navigator.locks.request(nameOf(url), () => new Promise(() => {}));
};

/** Whether the upload at `url` goes on in another tab. */
export const goesOnElsewhere = async (url: string): Promise<boolean> => {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === nameOf(url));
};
