import { parted } from './tags';
import './shownName.css';

/** Somebody's name. Where it has no room its end is cut off, but never its tag. */
export const ShownName = ({ name: shown }: { readonly name: string }) => {
  const { name, tag } = parted(shown);
  return (
    <strong className="shown-name" title={shown}>
      <span>{name}</span>
      {tag !== '' && <span className="shown-tag numbers"> {tag}</span>}
    </strong>
  );
};
