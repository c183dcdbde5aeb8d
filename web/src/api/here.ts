import * as v from 'valibot';
import { request } from './request';

const here = v.object({ publicList: v.boolean() });

let asked: Promise<boolean> | undefined;

const ask = async (): Promise<boolean> => {
  const answer = await request('/api/here', here);
  if (answer.type === 'done') return answer.value.publicList;
  asked = undefined;
  return true;
};

/** Whether this server lists rooms that everybody may find; asked for once. While it cannot tell, it is taken to do so. */
export const listsRooms = (): Promise<boolean> => {
  asked ??= ask();
  return asked;
};
