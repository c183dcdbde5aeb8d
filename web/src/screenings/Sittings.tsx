import { Link } from 'wouter';
import type { Screening } from '../api/screenings';
import { useLanguage } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { dayAndTime } from './wallTime';

/** The evenings that were planned together with one, each with its time. */
export const Sittings = ({ screening }: { readonly screening: Screening }) => {
  const texts = useScreeningTexts();
  const { language } = useLanguage();
  const sittings = screening.sittings ?? [];
  if (sittings.length === 0) return null;
  return (
    <section className="screening-answers sheet">
      <h2>{texts.sittings}</h2>
      <ol>
        {sittings.map(({ path, title, startsAt, state }) => (
          <li key={path}>
            <Link
              href={path}
              className="link-button"
              aria-current={path === screening.path ? 'page' : undefined}
            >
              {title}
            </Link>
            <span className="quiet numbers">
              {state === 'planned' ? dayAndTime(startsAt, language) : texts[state]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
