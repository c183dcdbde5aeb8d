import type { ReactNode } from 'react';
import { LanguageChoice } from '../app/LanguageChoice';
import { useTexts } from '../texts/language';
import { usePeerTexts } from '../texts/peers/texts';
import '../app/pageHead.css';

type PeerSheetProps = { readonly title: string; readonly children: ReactNode };

/** The page before one is in the room: one sheet, and nothing that asks a server who somebody is. */
export const PeerSheet = ({ title, children }: PeerSheetProps) => (
  <div className="peer-page">
    <title>{`${usePeerTexts().title} · Matinee`}</title>
    <header className="page-head">
      <a href={import.meta.env.BASE_URL} className="wordmark" aria-label={useTexts().common.home}>
        Matinee
      </a>
      <LanguageChoice />
    </header>
    <main>
      <section className="sheet peer-sheet">
        <h1>{title}</h1>
        {children}
      </section>
    </main>
  </div>
);
