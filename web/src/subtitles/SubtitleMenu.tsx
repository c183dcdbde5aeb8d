import { Captions } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../texts/language';
import { Floating } from '../ui/floating';
import type { Subtitles } from './useSubtitles';

const SubtitleSettings = lazy(async () => ({
  default: (await import('./SubtitleSettings')).SubtitleSettings,
}));

/** Chooses this person's subtitles, and how they are shown. */
export const SubtitleMenu = ({ subtitles }: { readonly subtitles: Subtitles }) => {
  const texts = useTexts().player;
  return (
    <Floating
      kind="dialog"
      side="above"
      label={texts.captions}
      opener={(opener) => (
        <button
          type="button"
          className="control"
          aria-label={texts.captions}
          data-on={subtitles.shown !== undefined}
          {...opener}
        >
          <Captions size={22} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    >
      {() => (
        <Suspense>
          <SubtitleSettings subtitles={subtitles} />
        </Suspense>
      )}
    </Floating>
  );
};
