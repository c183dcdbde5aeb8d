import { useEffect, useState } from 'react';
import { wallNowMs } from '../device/clock';
import { keptSubtitles } from './kept';
import type { Reading } from './read';
import type { OwnFile } from './source';

/** Why a file is not shown. */
export type Refused = Extract<Reading, { type: 'refused' }>['why'] | 'unreadable' | 'unreachable';

type Own = { readonly film: string; readonly source: OwnFile };

const read = async (film: string, name: string, bytes: Uint8Array): Promise<Own | Refused> => {
  const { readSubtitles } = await import('./read');
  const reading = readSubtitles(bytes);
  if (reading.type === 'refused') return reading.why;
  const source = { ...reading, type: 'file', id: `file ${name}`, label: name, bytes } as const;
  return { film, source };
};

/** The file that this person has for the film, also one from an earlier visit, and how to open another, which tells its source or why there is none. */
export const useOwnFile = (
  film: string | undefined,
): readonly [OwnFile | undefined, (file: File) => Promise<OwnFile | Refused>] => {
  const [own, setOwn] = useState<Own>();
  useEffect(() => {
    if (film === undefined) return;
    let isWanted = true;
    void keptSubtitles.find(film).then(async (kept) => {
      const again = kept && (await read(film, kept.name, kept.bytes));
      if (!isWanted || again === undefined || typeof again === 'string') return;
      setOwn((now) => (now?.film === film ? now : again));
    });
    return () => {
      isWanted = false;
    };
  }, [film]);
  const open = async (file: File): Promise<OwnFile | Refused> => {
    const bytes = await file.arrayBuffer().then(
      (all) => new Uint8Array(all),
      () => undefined,
    );
    if (film === undefined || bytes === undefined) return 'unreadable';
    const found = await read(film, file.name, bytes);
    if (typeof found === 'string') return found;
    setOwn(found);
    void keptSubtitles.keep({ key: film, name: file.name, bytes, atMs: wallNowMs() });
    return found.source;
  };
  return [own?.film === film ? own?.source : undefined, open];
};
