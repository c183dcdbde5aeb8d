import { Clapperboard, FileQuestionMark, Globe, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LookAt, Preview } from '../api/previews';
import { clockText } from '../player/position';
import { usePreviewTexts } from '../texts/previews/texts';
import { usePreview } from './usePreview';
import './previews.css';

/** What people call the kinds of films. */
const nameOfType: Readonly<Record<string, string>> = {
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'video/x-matroska': 'Matroska',
  'application/vnd.apple.mpegurl': 'HLS',
  'application/dash+xml': 'DASH',
};

const factsOf = ({ contentType, lengthMs }: Extract<Preview, { kind: 'film' }>): string => {
  const type = nameOfType[contentType] ?? contentType;
  return lengthMs === undefined ? type : `${type} · ${clockText(lengthMs)}`;
};

type WordsProps = {
  readonly icon: ReactNode;
  readonly title?: string | undefined;
  readonly children: ReactNode;
};

const Words = ({ icon, title, children }: WordsProps) => (
  <>
    {icon}
    <span className="preview-words">
      {title !== undefined && <strong dir="auto">{title}</strong>}
      <span>{children}</span>
    </span>
  </>
);

const look = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

const Told = ({ preview }: { readonly preview: Preview }) => {
  const texts = usePreviewTexts();
  switch (preview.kind) {
    case 'film':
      return (
        <Words icon={<Clapperboard {...look} />} title={preview.title}>
          {texts.film(factsOf(preview))}
        </Words>
      );
    case 'page':
      return (
        <Words icon={<Globe {...look} />} title={preview.title}>
          {texts.page}
        </Words>
      );
    case 'other':
      return <Words icon={<FileQuestionMark {...look} />}>{texts.other}</Words>;
    case 'unread':
      return <Words icon={<Unplug {...look} />}>{texts.unread[preview.why]}</Words>;
  }
};

type AddressPreviewProps = { readonly url: string; readonly look: LookAt };

/** Says what stands at a pasted address before it is put on, and what to do where that cannot be played. It forbids nothing: a browser may get where the server does not. */
export const AddressPreview = ({ url, look: lookAt }: AddressPreviewProps) => {
  const texts = usePreviewTexts();
  const looked = usePreview(url, lookAt);
  const kind = typeof looked === 'string' ? looked : looked.kind;
  return (
    <p className="preview" role="status" data-kind={kind}>
      {looked === 'looking' && <span className="preview-looking">{texts.looking}</span>}
      {typeof looked !== 'string' && <Told preview={looked} />}
    </p>
  );
};
