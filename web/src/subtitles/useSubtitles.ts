import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { wallNowMs } from '../device/clock';
import { type KeptSubtitles, keptSubtitles } from './kept';
import { keepLook, keptLook, type Look } from './look';
import type { Reading } from './read';
import type { Source } from './source';
import { useTracks } from './useTracks';

/** Why a file is not shown. */
export type Refused = Extract<Reading, { type: 'refused' }>['why'] | 'unreadable';

/** The subtitles of this person: what there is, what is shown of it, how much later, and how it looks. The room knows nothing of them. */
export type Subtitles = {
  readonly sources: readonly Source[];
  readonly shown: Source | undefined;
  readonly laterMs: number;
  readonly look: Look;
  readonly refused: Refused | undefined;
  /** Shows the source with this id; nothing without one. */
  readonly show: (id: string | undefined) => void;
  /** Shows what was last shown, or the first there is; or nothing, if something is shown. */
  readonly toggle: () => void;
  readonly add: (file: File) => Promise<void>;
  readonly setLaterMs: (laterMs: number) => void;
  readonly setLook: (look: Look) => void;
};

type Own = { readonly film: string; readonly source: Source; readonly bytes: Uint8Array };

const idOf = (name: string): string => `file ${name}`;

const read = async (film: string, name: string, bytes: Uint8Array): Promise<Own | Refused> => {
  const { readSubtitles } = await import('./read');
  const reading = readSubtitles(bytes);
  if (reading.type === 'refused') return reading.why;
  const { encoding, cues } = reading;
  return { film, source: { type: 'file', id: idOf(name), label: name, encoding, cues }, bytes };
};

/** The file that this person has for the film, also one from an earlier visit. */
const useOwnFile = (film: string | undefined, found: (kept: KeptSubtitles) => void) => {
  const [own, setOwn] = useState<Own>();
  useEffect(() => {
    if (film === undefined) return;
    let isWanted = true;
    void keptSubtitles.find(film).then(async (kept) => {
      const again = kept && (await read(film, kept.name, kept.bytes));
      if (!isWanted || again === undefined || typeof again === 'string') return;
      setOwn((now) => (now?.film === film ? now : again));
      if (kept) found(kept);
    });
    return () => {
      isWanted = false;
    };
  }, [film, found]);
  return { own: own?.film === film ? own : undefined, setOwn };
};

/** `film` names what is loaded; nothing while nothing is. */
export const useSubtitles = (
  element: HTMLVideoElement | null,
  film: string | undefined,
): Subtitles => {
  const [chosen, setChosen] = useState<string>();
  const [laterMs, setLater] = useState(0);
  const [look, setLook] = useState(keptLook);
  const [refused, setRefused] = useState<Refused>();
  const last = useRef<string>(undefined);
  const show = useCallback((id: string | undefined) => {
    if (id !== undefined) last.current = id;
    setChosen(id);
  }, []);
  const takeKept = useCallback(
    ({ name, isShown, laterMs: kept }: KeptSubtitles) => {
      setLater(kept);
      if (isShown) show(idOf(name));
    },
    [show],
  );
  const { own, setOwn } = useOwnFile(film, takeKept);
  const tracks = useTracks(element, chosen);
  const sources = useMemo(() => (own ? [own.source, ...tracks] : tracks), [own, tracks]);
  useEffect(() => {
    if (own === undefined) return;
    const { bytes, source } = own;
    const isShown = chosen === source.id;
    void keptSubtitles.keep({
      key: own.film,
      name: source.label,
      bytes,
      isShown,
      laterMs,
      atMs: wallNowMs(),
    });
  }, [own, chosen, laterMs]);
  const add = async (file: File) => {
    if (film === undefined) return;
    const bytes = await file.arrayBuffer().catch(() => undefined);
    const found = bytes ? await read(film, file.name, new Uint8Array(bytes)) : 'unreadable';
    if (typeof found === 'string') return setRefused(found);
    setRefused(undefined);
    setOwn(found);
    setLater(0);
    show(found.source.id);
  };
  return {
    sources,
    shown: sources.find(({ id }) => id === chosen),
    laterMs,
    look,
    refused,
    show,
    toggle: () => {
      const known = sources.find(({ id }) => id === last.current) ?? sources[0];
      show(sources.some(({ id }) => id === chosen) ? undefined : known?.id);
    },
    add,
    setLaterMs: setLater,
    setLook: (next) => {
      keepLook(next);
      setLook(next);
    },
  };
};
