import type { Invited } from '../api/conversations';

/** Where an invitation leads: the room at this server, where it was made. */
export const linkToInvited = ({ room }: Pick<Invited, 'room'>): string => `/r/${room}`;
