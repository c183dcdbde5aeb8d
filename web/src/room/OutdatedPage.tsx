import { useEffect, useState } from 'react';
import { loadAnewOnce } from '../device/loadAnewOnce';
import { useTexts } from '../texts/language';
import { Notice } from './OutsidePages';

/** Stands where a room is that this page is too old to read (EN4). It is loaded anew by itself; where that has just been done in vain it says so. */
export const OutdatedPage = () => {
  const { failed, outdated } = useTexts();
  const [isInVain, setInVain] = useState(false);
  useEffect(() => {
    if (!loadAnewOnce()) setInVain(true);
  }, []);
  return (
    <Notice title={outdated.title} text={isInVain ? outdated.inVain : outdated.text}>
      <button type="button" className="action" onClick={() => location.reload()}>
        {failed.reload}
      </button>
    </Notice>
  );
};
