import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { useSession } from '../account/session';
import type { Title } from '../api/library';
import { PageHead } from '../app/PageHead';
import { useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { Trouble } from '../ui/trouble';
import type { Known } from './useTitle';
import '../home/home.css';
import '../openRooms/openRooms.css';
import '../account/account.css';
import '../watched/watched.css';
import './library.css';

/** The page of one title; says so where there is none, or none for who is signed in. */
export const TitleFrame = <Kind extends Title>({
  path,
  known,
  onAgain,
  children,
}: {
  readonly path: string;
  readonly known: Known<Kind>;
  readonly onAgain: () => void;
  readonly children: (title: Kind) => ReactNode;
}) => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const session = useSession();
  if (session.type === 'out') {
    return <Redirect to={`/sign-in?to=${encodeURIComponent(path)}`} replace />;
  }
  return (
    <div className="home library title-page">
      <title>{`${known.type === 'there' ? known.title.title : texts.title} · Matinee`}</title>
      <PageHead />
      <main aria-busy={known.type === 'unknown'}>
        <Link href="/library" className="link-button title-back">
          <ArrowLeft size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.back}
        </Link>
        {known.type === 'unknown' && <div className="skeleton open-skeleton" />}
        {known.type === 'gone' && (
          <section className="open-nothing sheet">
            <h1>{texts.gone}</h1>
            <p>{texts.goneText}</p>
          </section>
        )}
        {known.type === 'failed' && (
          <div className="open-trouble">
            <Trouble text={texts.failed} />
            <button type="button" className="link-button" onClick={onAgain}>
              {all.common.tryAgain}
            </button>
          </div>
        )}
        {known.type === 'there' && children(known.title)}
      </main>
    </div>
  );
};
