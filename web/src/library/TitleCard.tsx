import { Link } from 'wouter';
import type { Title } from '../api/library';
import { useLanguage } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { factsOf, seenOf, seenText } from './facts';
import { Poster } from './Poster';

/** Where the page of a title is. */
export const pageOf = ({ type, id }: Title): string =>
  type === 'film' ? `/library/films/${id}` : `/library/series/${id}`;

/** A line that shows how much of a film one has seen. */
export const SeenLine = ({ share }: { readonly share: number }) => (
  <span className="watched-share" aria-hidden="true">
    <span style={{ width: `${Math.round(share * 100)}%` }} />
  </span>
);

/** So many are named. */
const mostNamed = 3;

/** Which friends watch it now, or else watched it. */
const WatchedBy = ({ by }: { readonly by: NonNullable<Title['watchedBy']> }) => {
  const texts = useLibraryTexts();
  const { language } = useLanguage();
  const now = by.filter((each) => each.now);
  const names = (now.length > 0 ? now : by).slice(0, mostNamed).map(({ name }) => name);
  const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <small className="title-watched" data-now={now.length > 0}>
      {now.length > 0 ? texts.watchNow(listed) : texts.watchedIt(listed)}
    </small>
  );
};

/** A title in a grid: picture, name, and what is known in short. */
export const TitleCard = ({ title }: { readonly title: Title }) => {
  const texts = useLibraryTexts();
  const seen = title.type === 'film' ? seenText(texts, title) : undefined;
  const share = title.type === 'film' ? seenOf(title) : undefined;
  const name = title.type === 'film' && title.episode ? title.title : title.name;
  return (
    <li className="title-card">
      <Link href={pageOf(title)}>
        <span className="title-picture">
          <Poster title={title} />
          {share !== undefined && <SeenLine share={share} />}
        </span>
        <strong>{name}</strong>
        {title.watchedBy && <WatchedBy by={title.watchedBy} />}
        <small className="numbers">
          {[factsOf(texts, title), seen, title.from && texts.from(title.from.name)]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </Link>
    </li>
  );
};
