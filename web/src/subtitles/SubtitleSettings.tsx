import { Captions, Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useLanguage } from '../texts/language';
import type { SubtitlesTexts } from '../texts/subtitles/en';
import { useSubtitlesTexts } from '../texts/subtitles/texts';
import { FileChoice } from '../ui/fileChoice';
import { nameOfLanguage } from '../ui/nameOfLanguage';
import { Trouble } from '../ui/trouble';
import { backgrounds, colours, type Look, places, sizes } from './look';
import type { Source } from './source';
import type { Subtitles } from './useSubtitles';

type SubtitlesProps = { readonly subtitles: Subtitles };

type Choice = {
  readonly id: string | undefined;
  readonly label: string;
  readonly note: string | undefined;
  readonly canBeShown: boolean;
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
      };
    case 'track':
      return { id, label: source.label, note: texts.ofFilm, canBeShown: true };
    case 'remote': {
      const { language: code = '', title, state } = source.remote;
      const names = [nameOfLanguage(code, language), title].filter((it) => it !== undefined);
      return {
        id,
        label: names.join(' · ') || texts.numbered(at + 1),
        note: texts.states[state],
        canBeShown: state === 'there',
      };
    }
  }
};

const Sources = ({ subtitles }: SubtitlesProps) => {
  const texts = useSubtitlesTexts();
  const name = useId();
  const { language } = useLanguage();
  const { sources, shown, show } = subtitles;
  const choices: readonly Choice[] = [
    { id: undefined, label: texts.none, note: undefined, canBeShown: true },
    ...sources.map((source, at) => choiceOf(source, at, texts, language)),
  ];
  return (
    <fieldset className="subtitle-sources" aria-label={texts.which}>
      {choices.map(({ id, label, note, canBeShown }) => (
        <label key={id ?? ''} className="choice">
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
      ))}
    </fieldset>
  );
};

const stepMs = 250;
const mostMs = 3_600_000;

const Later = ({ subtitles: { laterMs, setLaterMs } }: SubtitlesProps) => {
  const { language } = useLanguage();
  const texts = useSubtitlesTexts();
  const digits = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const by = (ms: number) => setLaterMs(Math.max(-mostMs, Math.min(mostMs, laterMs + ms)));
  return (
    <div className="choice-row">
      <span>{texts.later}</span>
      <span className="subtitle-later">
        <button
          type="button"
          className="control"
          aria-label={texts.earlier}
          onClick={() => by(-stepMs)}
        >
          <Minus size={18} aria-hidden="true" />
        </button>
        <output className="numbers">{texts.seconds(digits.format(laterMs / 1000))}</output>
        <button
          type="button"
          className="control"
          aria-label={texts.laterStep}
          onClick={() => by(stepMs)}
        >
          <Plus size={18} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
};

const OfLook = <Value extends string>({
  label,
  values,
  names,
  value,
  onValue,
}: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}) => (
  <label className="choice-row">
    {label}
    <select
      className="field"
      value={value}
      onChange={({ target }) => {
        const chosen = values.find((each) => each === target.value);
        if (chosen) onValue(chosen);
      }}
    >
      {values.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </select>
  </label>
);

/** All that this person may choose of subtitles. */
export const SubtitleSettings = ({ subtitles }: SubtitlesProps) => {
  const texts = useSubtitlesTexts();
  const { look, setLook, refused, add } = subtitles;
  const open = ([file]: readonly File[]) => {
    if (file) void add(file);
  };
  const set = (change: Partial<Look>) => setLook({ ...look, ...change });
  return (
    <div className="subtitle-settings">
      <Sources subtitles={subtitles} />
      <FileChoice className="pill subtitle-file" accept=".srt,.vtt,.ass,.ssa" onFiles={open}>
        <Captions size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.open}
      </FileChoice>
      {refused && <Trouble text={texts.refused[refused]} />}
      <Later subtitles={subtitles} />
      <OfLook
        label={texts.size}
        values={sizes}
        names={texts.sizes}
        value={look.size}
        onValue={(size) => set({ size })}
      />
      <OfLook
        label={texts.colour}
        values={colours}
        names={texts.colours}
        value={look.colour}
        onValue={(colour) => set({ colour })}
      />
      <OfLook
        label={texts.background}
        values={backgrounds}
        names={texts.backgrounds}
        value={look.background}
        onValue={(background) => set({ background })}
      />
      <OfLook
        label={texts.place}
        values={places}
        names={texts.places}
        value={look.place}
        onValue={(place) => set({ place })}
      />
    </div>
  );
};
