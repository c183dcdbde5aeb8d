import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../texts/language';
import './account.css';

/** A page of one sheet in the middle, under the name of the house. */
export const Framed = ({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
}) => {
  const texts = useTexts();
  return (
    <main className="full-page">
      <title>{`${title} · Matinee`}</title>
      <section className="notice sheet account-sheet">
        <Link href="/" className="wordmark" aria-label={texts.common.home}>
          Matinee
        </Link>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
        {children}
      </section>
    </main>
  );
};
