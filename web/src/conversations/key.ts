/** By which the person's own page knows what it sends, so that the server does once what is sent twice: 128 bits of chance. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
