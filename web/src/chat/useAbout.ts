import type { Regards } from '@matinee/browser';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { RoomPort, Wish } from '../room/port';
import type { SaidLine } from '../room/view';

/** The line that is being written about in the composer. */
export type About = { readonly type: 'answer' | 'edit'; readonly line: SaidLine };

/** What is being answered or edited, and how to begin and to end that. */
export const useAbout = (port: RoomPort, field: RefObject<HTMLTextAreaElement | null>) => {
  const [about, setAbout] = useState<About>();
  const begin = useCallback(
    (next: About) => {
      setAbout(next);
      field.current?.focus();
    },
    [field],
  );
  const acts = useMemo(
    () => ({
      onAnswer: (line: SaidLine) => begin({ type: 'answer', line }),
      onEdit: (line: SaidLine) => begin({ type: 'edit', line }),
      send: (wish: Wish) => port.send(wish),
    }),
    [begin, port],
  );
  const done = () => setAbout(undefined);
  const say = (text: string, regards: Regards) => {
    done();
    const { mentions } = regards;
    port.send(
      about?.type === 'edit'
        ? { type: 'edit', line: about.line.key, text, ...(mentions ? { mentions } : {}) }
        : { type: 'say', text, ...regards, ...(about ? { to: about.line.key } : {}) },
    );
  };
  return { about, acts, done, say };
};
