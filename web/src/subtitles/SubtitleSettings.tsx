import { Captions, Minus, Plus } from 'lucide-react';
import { useLanguage } from '../texts/language';
import { useSubtitlesTexts } from '../texts/subtitles/texts';
import { FileChoice } from '../ui/fileChoice';
import { Trouble } from '../ui/trouble';
import { backgrounds, colours, type Look, places, sizes, stylings } from './look';
import { SubtitleSources } from './SubtitleSources';
import type { Subtitles } from './useSubtitles';

type SubtitlesProps = { readonly subtitles: Subtitles };

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

/** How they look: as the file says, where it does and this person wants it; as set here otherwise. */
const Looks = ({ subtitles: { look, setLook, styled } }: SubtitlesProps) => {
  const texts = useSubtitlesTexts();
  const set = (change: Partial<Look>) => setLook({ ...look, ...change });
  return (
    <>
      {styled.isPossible && (
        <OfLook
          label={texts.styling}
          values={stylings}
          names={texts.stylings}
          value={look.styling}
          onValue={(styling) => set({ styling })}
        />
      )}
      {styled.hasFailed && look.styling === 'own' && <Trouble text={texts.undrawable} />}
      {styled.toDraw ? (
        <a
          className="subtitle-notice"
          href="/licences/drawing.txt"
          target="_blank"
          rel="noreferrer"
        >
          {texts.drawnBy}
        </a>
      ) : (
        <>
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
        </>
      )}
    </>
  );
};

/** All that this person may choose of subtitles. */
export const SubtitleSettings = ({ subtitles }: SubtitlesProps) => {
  const texts = useSubtitlesTexts();
  const { refused, add } = subtitles;
  const open = ([file]: readonly File[]) => {
    if (file) void add(file);
  };
  return (
    <div className="subtitle-settings">
      <SubtitleSources subtitles={subtitles} />
      <FileChoice className="pill subtitle-file" accept=".srt,.vtt,.ass,.ssa" onFiles={open}>
        <Captions size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.open}
      </FileChoice>
      {refused && <Trouble text={texts.refused[refused]} />}
      <Later subtitles={subtitles} />
      <Looks subtitles={subtitles} />
    </div>
  );
};
