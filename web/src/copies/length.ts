/** How long a film on this disk lasts, in ms; `endless` where it does not tell, nothing if this browser does not play it. */
export const lengthOf = (file: Blob): Promise<number | 'endless' | undefined> => {
  const { promise, resolve } = Promise.withResolvers<number | 'endless' | undefined>();
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  video.preload = 'metadata';
  video.onloadedmetadata = () =>
    resolve(Number.isFinite(video.duration) ? Math.round(video.duration * 1000) : 'endless');
  video.onerror = () => resolve(undefined);
  video.src = url;
  return promise.finally(() => {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  });
};
