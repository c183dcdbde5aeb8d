import * as v from 'valibot';
import { request } from './request';

const reply = v.object({ addresses: v.array(v.string()) });

/** Where others reach the server, the best first. Told on its own computer alone; elsewhere, and when nobody else can reach it, none. */
export const addressesForOthers = async (): Promise<readonly string[]> => {
  const result = await request('/api/addresses', reply);
  return result.type === 'done' ? result.value.addresses : [];
};
