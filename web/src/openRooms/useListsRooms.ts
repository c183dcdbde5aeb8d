import { useEffect, useState } from 'react';
import { listsRooms } from '../api/here';

/** Whether this server lists open rooms; nothing until it is known. */
export const useListsRooms = (): boolean | undefined => {
  const [lists, setLists] = useState<boolean>();
  useEffect(() => {
    let isWanted = true;
    void listsRooms().then((known) => isWanted && setLists(known));
    return () => {
      isWanted = false;
    };
  }, []);
  return lists;
};
