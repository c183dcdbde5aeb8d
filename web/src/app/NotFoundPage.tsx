import { Link } from 'wouter';
import { useTexts } from '../texts/language';

/** Stands at addresses that mean nothing. */
export const NotFoundPage = () => {
  const texts = useTexts().failed;
  return (
    <main className="full-page">
      <section className="notice sheet">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <Link href="/" className="action">
          {texts.toHome}
        </Link>
      </section>
    </main>
  );
};
