import type { Page } from '../messages';
import type { Texts } from '../texts/en';
import { Beginning } from './Beginning';
import { InRoom } from './InRoom';
import { useBackground } from './useBackground';

type PopupProps = { readonly texts: Texts; readonly page: Page | undefined };

/** What opens when the extension's button is pressed: the room in which the person is, or the ways into one. */
export const Popup = ({ texts, page }: PopupProps) => {
  const { told, want } = useBackground();
  if (told === undefined) return null;
  return (
    <main className="popup">
      <h1 className="wordmark">Matinee</h1>
      {told.trouble && (
        <p className="trouble" role="alert">
          {texts.trouble[told.trouble]}
        </p>
      )}
      {told.room ? (
        <InRoom texts={texts} room={told.room} page={page} want={want} />
      ) : (
        <Beginning texts={texts} typed={told} page={page} want={want} />
      )}
    </main>
  );
};
