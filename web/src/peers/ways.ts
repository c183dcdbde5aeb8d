import type { Ways } from '@matinee/link/peers/peerConnection';
import { remember, remembered } from '../device/memory';

/** Asked for this browser's own address, where nobody chose another. */
const USUAL_STUN = 'stun:stun.cloudflare.com:3478';

/** The STUN server that was chosen on this device; empty for none. */
export const chosenStun = (): string => remembered('stun') ?? USUAL_STUN;

export const chooseStun = (address: string): void => remember('stun', address);

/** Is it the address of a STUN server, or empty? */
export const isStun = (address: string): boolean => /^(stuns?:[^\s/?#@]+)?$/.test(address);

/** What people read of it. */
export const nameOfStun = (address: string): string =>
  address.replace(/^stuns?:/, '').replace(/:\d+$/, '');

/** By the STUN server at an address, or by none. */
export const waysBy = (address: string): Ways => ({
  servers: address === '' ? [] : [{ urls: address }],
  relayOnly: false,
});
