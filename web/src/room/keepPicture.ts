/** Goes on showing the picture that is seen now until an element that is given the same film anew has one of its own; it would be black meanwhile. */
export const keepPicture = (element: HTMLVideoElement): void => {
  const canvas = document.createElement('canvas');
  canvas.width = element.videoWidth;
  canvas.height = element.videoHeight;
  canvas.getContext('2d')?.drawImage(element, 0, 0);
  const { poster } = element;
  element.poster = canvas.toDataURL('image/jpeg');
  element.addEventListener('playing', () => (element.poster = poster), { once: true });
};
