/**
 * Whether this browser shows the pictures of a film, or plays its sound if it has no others: what it does not play is made into something that it
 * does, when all of it has come.
 */
export const playsHere = (film: Blob): Promise<boolean> =>
  new Promise((resolve) => {
    const player = document.createElement('video');
    const url = URL.createObjectURL(film);
    const settle = (plays: boolean): void => {
      resolve(plays);
      player.removeAttribute('src');
      player.load();
      URL.revokeObjectURL(url);
    };
    const once = { once: true };
    player.addEventListener(
      'loadedmetadata',
      () => settle(player.videoWidth > 0 || film.type.startsWith('audio/')),
      once,
    );
    player.addEventListener('error', () => settle(false), once);
    player.preload = 'metadata';
    player.src = url;
  });
