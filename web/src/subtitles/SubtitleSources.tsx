import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../texts/language';
import type { SubtitlesTexts } from '../texts/subtitles/en';
import { useSubtitlesTexts } from '../texts/subtitles/texts';
import { nameOfLanguage } from '../ui/nameOfLanguage';
import { Trouble } from '../ui/trouble';
import type { OfferRefused } from './offers';
import type { Remote } from './remote';
import type { Source } from './source';
import type { Offered } from './useOffered';
import type { Subtitles } from './useSubtitles';

type Choice = {
  readonly id: string | undefined;
  readonly label: string;
  readonly note: string | undefined;
  readonly canBeShown: boolean;
  readonly source?: Source;
};

const noteOf = ({ offer, state }: Remote, texts: SubtitlesTexts): string => {
  if (offer === undefined) return texts.states[state];
  if (offer.isOwn) return texts.offeredByYou;
  return offer.by === undefined ? texts.offered : texts.offeredBy(offer.by);
};

const choiceOf = (source: Source, at: number, texts: SubtitlesTexts, language: string): Choice => {
  const { id } = source;
  switch (source.type) {
    case 'file':
      return {
        id,
        label: source.label,
        note: texts.own(texts.encodings[source.encoding]),
        canBeShown: true,
        source,
      };
    case 'track':
      return { id, label: source.label, note: texts.ofFilm, canBeShown: true, source };
    case 'remote': {
      const { language: code = '', title, state } = source.remote;
      const names = [nameOfLanguage(code, language), title].filter((it) => it !== undefined);
      return {
        id,
        label: names.join(' · ') || texts.numbered(at + 1),
        note: noteOf(source.remote, texts),
        canBeShown: state === 'there',
        source,
      };
    }
  }
};

type Deed = {
  readonly text: string;
  readonly label: string;
  /** What is said when it is done. */
  readonly said: string;
  readonly act: () => Promise<OfferRefused | undefined>;
};

/** What this person can do with one, other than watch it: offer the own file to all, if that is not done yet, or take an offer back. */
const deedOf = (source: Source, offered: Offered, texts: SubtitlesTexts): Deed | undefined => {
  if (source.type === 'file') {
    const { label: name, bytes } = source;
    const isOffered = offered.remotes.some(({ offer, title }) => offer?.isOwn && title === name);
    if (!offered.mayAdd || isOffered) return undefined;
    const act = () => offered.add(name, bytes);
    return { text: texts.offer, label: texts.offerFile(name), said: texts.isOffered, act };
  }
  if (source.type === 'track' || !source.remote.offer?.isRemovable) return undefined;
  const { title = '', offer } = source.remote;
  const act = () => offered.takeBack(offer.id);
  return {
    text: texts.takeBack,
    label: texts.takeBackFile(title),
    said: texts.isTakenBack,
    act,
  };
};

/** Does one deed at a time, and says what came of the last. */
const useDeeds = () => {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<OfferRefused>();
  const [done, setDone] = useState<{ readonly said: string }>();
  const act = async ({ act: attempt, said }: Deed) => {
    if (isBusy) return;
    setBusy(true);
    const why = await attempt();
    setBusy(false);
    setRefused(why);
    setDone(why === undefined ? { said } : undefined);
  };
  return { isBusy, refused, done, act };
};

/** Which subtitles there are, of which one is shown, and what else this person can do with each. */
export const SubtitleSources = ({ subtitles }: { readonly subtitles: Subtitles }) => {
  const texts = useSubtitlesTexts();
  const name = useId();
  const { language } = useLanguage();
  const { sources, shown, show, offered } = subtitles;
  const { isBusy, refused, done, act } = useDeeds();
  const list = useRef<HTMLFieldSetElement>(null);
  const { look } = offered;
  useEffect(look, [look]);
  useEffect(() => {
    // The button of the deed is gone; keys go on from what is shown.
    if (done) list.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [done]);
  const choices: readonly Choice[] = [
    { id: undefined, label: texts.none, note: undefined, canBeShown: true },
    ...sources.map((source, at) => choiceOf(source, at, texts, language)),
  ];
  return (
    <>
      <fieldset ref={list} className="subtitle-sources" aria-label={texts.which}>
        {choices.map(({ id, label, note, canBeShown, source }) => {
          const deed = source && deedOf(source, offered, texts);
          return (
            <div key={id ?? ''} className="subtitle-source">
              <label className="choice">
                <input
                  type="radio"
                  name={name}
                  checked={shown?.id === id}
                  disabled={!canBeShown}
                  onChange={() => show(id)}
                />
                <span>
                  {label}
                  {note && <small>{note}</small>}
                </span>
              </label>
              {deed && (
                <button
                  type="button"
                  className="link-button"
                  aria-label={deed.label}
                  aria-busy={isBusy}
                  onClick={() => void act(deed)}
                >
                  {deed.text}
                </button>
              )}
            </div>
          );
        })}
      </fieldset>
      <p className="subtitle-said" role="status">
        {done?.said}
      </p>
      {refused && <Trouble text={texts.notOffered[refused]} />}
    </>
  );
};
