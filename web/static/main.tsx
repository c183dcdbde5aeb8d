import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrokenPage } from '../src/app/BrokenPage';
import { PeerPage } from '../src/peers/PeerPage';
import { InLanguage } from '../src/texts/language';
import '../src/app/theme.css';
import '../src/app/base.css';

/** The one page that needs no server of ours: rooms that people's own pages keep. */
const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page"');
createRoot(page).render(
  <StrictMode>
    <InLanguage>
      <BrokenPage>
        <Suspense>
          <PeerPage />
        </Suspense>
      </BrokenPage>
    </InLanguage>
  </StrictMode>,
);
