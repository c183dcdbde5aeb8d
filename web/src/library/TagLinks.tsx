import { Link } from 'wouter';
import { useLibraryTexts } from '../texts/library/texts';

/** The tags of a title, each a way to what else has it. */
export const TagLinks = ({ tags }: { readonly tags: readonly string[] }) => {
  const texts = useLibraryTexts();
  if (tags.length === 0) return null;
  return (
    <ul className="title-tags" aria-label={texts.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link href={`/library?tag=${encodeURIComponent(tag)}`} className="pill">
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
};
