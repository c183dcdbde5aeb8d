import { useEffect, useReducer, useState } from 'react';
import { linkCompanion } from '../api/companions';
import { later } from '../device/clock';
import { useLinkForOthers } from '../invite/linkForOthers';
import { ShownLink } from '../invite/ShownLink';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import './companion.css';

type Asked =
  | { readonly type: 'asking' | 'failed' | 'runOut' }
  | { readonly type: 'link'; readonly link: string };

/** Asks for a link, and for another one when `again` is called. The token stands in the fragment, which no server is told. */
const useCompanionLink = (roomId: string, roomLink: string) => {
  const [asked, setAsked] = useState<Asked>({ type: 'asking' });
  const [round, again] = useReducer((n: number) => n + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew.
  useEffect(() => {
    let wanted = true;
    let forget = () => {};
    setAsked({ type: 'asking' });
    void linkCompanion(roomId).then((result) => {
      if (!wanted) return;
      if (result.type !== 'done') return setAsked({ type: 'failed' });
      const { token, expiresInMs } = result.value;
      setAsked({ type: 'link', link: `${roomLink}/companion#${token}` });
      forget = later(expiresInMs, () => setAsked({ type: 'runOut' }));
    });
    return () => {
      wanted = false;
      forget();
    };
  }, [roomId, roomLink, round]);
  return { asked, again };
};

const LinkAndNote = ({ link, onAnother }: { readonly link: string; onAnother: () => void }) => {
  const texts = useTexts().companion;
  return (
    <>
      <ShownLink link={useLinkForOthers(link)} label={texts.link} localOnly={texts.localOnly} />
      <p className="companion-note">
        {texts.note}{' '}
        <button type="button" className="link-button" onClick={onAnother}>
          {texts.another}
        </button>
      </p>
    </>
  );
};

type CompanionDialogProps = {
  readonly roomId: string;
  readonly roomLink: string;
  readonly onClose: () => void;
};

/** The link that makes a telephone this person's second screen: to scan, to copy. */
export const CompanionDialog = ({ roomId, roomLink, onClose }: CompanionDialogProps) => {
  const texts = useTexts();
  const { asked, again } = useCompanionLink(roomId, roomLink);
  const shown = () => {
    switch (asked.type) {
      case 'asking':
        return <div className="qr skeleton" role="status" aria-label={texts.companion.asking} />;
      case 'link':
        return <LinkAndNote link={asked.link} onAnother={again} />;
      case 'failed':
      case 'runOut':
        return (
          <>
            <Trouble text={texts.companion[asked.type]} />
            <button type="button" className="action" onClick={again}>
              {asked.type === 'failed' ? texts.common.tryAgain : texts.companion.another}
            </button>
          </>
        );
    }
  };
  return (
    <Dialog title={texts.companion.title} onClose={onClose}>
      <p>{texts.companion.text}</p>
      {shown()}
    </Dialog>
  );
};
