import { useMemo, useRef, useState } from 'react';
import { keepLook, keptLook, type Look } from './look';
import type { Held } from './read';
import type { Remote } from './remote';
import type { Source } from './source';
import { useChoice } from './useChoice';
import type { Offered } from './useOffered';
import { type Refused, useOwnFile } from './useOwnFile';
import { useRead } from './useRemotes';
import { type Styled, useStyled } from './useStyled';
import { useTracks } from './useTracks';

/** The subtitles of this person: what there is, what is shown of it, how much later, and how it looks. The room knows nothing of what each chooses. */
export type Subtitles = {
  readonly sources: readonly Source[];
  readonly shown: Source | undefined;
  readonly laterMs: number;
  readonly look: Look;
  /** How they are drawn, where they are: as the file says. */
  readonly styled: Styled;
  readonly refused: Refused | undefined;
  /** What is offered to all in the room. */
  readonly offered: Offered;
  /** Shows the source with this id; nothing without one. */
  readonly show: (id: string | undefined) => void;
  /** Shows what was last shown, or the first there is; or nothing, if something is shown. */
  readonly toggle: () => void;
  readonly add: (file: File) => Promise<void>;
  readonly setLaterMs: (laterMs: number) => void;
  readonly setLook: (look: Look) => void;
};

const canBeShown = (source: Source): boolean =>
  source.type !== 'remote' || source.remote.state === 'there';

const unread: Held = { cues: [], ass: undefined };

const sourceOf = (remote: Remote, { cues, ass }: Held): Source => ({
  type: 'remote',
  id: remote.id,
  remote,
  cues,
  ass,
});

/** `film` names what is loaded; nothing while nothing is. `remotes` are those that the server has read out of it, `offered` what somebody offers for it. */
export const useSubtitles = (
  element: HTMLVideoElement | null,
  film: string | undefined,
  remotes: readonly Remote[],
  offered: Offered,
): Subtitles => {
  const [{ id: chosen, laterMs }, choose] = useChoice(film);
  const [look, setLook] = useState(keptLook);
  const [refused, setRefused] = useState<Refused>();
  const last = useRef<string>(undefined);
  const [own, open] = useOwnFile(film);
  const tracks = useTracks(element, chosen);
  const read = useRead([...offered.remotes, ...remotes].find(({ id }) => id === chosen));
  const sources = useMemo((): readonly Source[] => {
    const had = (all: readonly Remote[]): readonly Source[] =>
      all.map((remote) => sourceOf(remote, remote.id === chosen ? read : unread));
    // Where the server has read the subtitles out of a film, those that a browser finds in it are the same.
    const ofFilm = remotes.length > 0 ? had(remotes) : tracks;
    return [...(own ? [own] : []), ...had(offered.remotes), ...ofFilm];
  }, [own, offered.remotes, remotes, tracks, chosen, read]);
  const show = (id: string | undefined) => {
    if (id !== undefined) last.current = id;
    setRefused(undefined);
    choose({ id });
  };
  const shown = sources.find((source) => source.id === chosen && canBeShown(source));
  return {
    sources,
    shown,
    laterMs,
    look,
    styled: useStyled(shown, look),
    refused: refused ?? read.refused,
    offered,
    show,
    toggle: () => {
      if (shown) last.current = shown.id;
      const known = sources.find(({ id }) => id === last.current) ?? sources.find(canBeShown);
      show(shown ? undefined : known?.id);
    },
    add: async (file) => {
      const found = await open(file);
      if (typeof found === 'string') return setRefused(found);
      last.current = found.id;
      setRefused(undefined);
      choose({ id: found.id, laterMs: 0 });
    },
    setLaterMs: (later) => choose({ laterMs: later }),
    setLook: (next) => {
      keepLook(next);
      setLook(next);
    },
  };
};
