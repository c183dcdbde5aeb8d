import { useState } from 'react';
import type { Viewing } from '../api/viewings';
import { useVisit } from '../home/useVisit';
import { linkToGoOn } from './goOn';

/** Goes on with a viewing; says which one that is under way for, or failed for. */
export const useGoOn = () => {
  const visit = useVisit();
  const [opening, setOpening] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const goOn = async (viewing: Viewing) => {
    setOpening(viewing.id);
    setFailed(undefined);
    const link = await linkToGoOn(viewing);
    setOpening(undefined);
    if (link.type === 'done') visit(link.value);
    else setFailed(viewing.id);
  };
  return { opening, failed, goOn };
};
