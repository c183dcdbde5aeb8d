import { Upload } from 'lucide-react';
import { useTexts } from '../texts/language';
import './uploads.css';

/** Says over the whole page what becomes of the files that are being held over it. */
export const DropVeil = () => (
  <div className="drop-veil">
    <p>
      <Upload size={32} strokeWidth={1.75} aria-hidden="true" />
      {useTexts().home.dropHere}
    </p>
  </div>
);
