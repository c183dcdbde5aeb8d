import type { Cue } from './cue';
import { piecesOfAss } from './markup';

/** What the fields of a line are called, unless the file says otherwise. */
const usual = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const mostFields = 32;

const msOf = (time: string): number | undefined => {
  const [, hours, minutes, seconds, hundredths] =
    /^(\d{1,3}):(\d{1,2}):(\d{1,2})[.:](\d{1,2})$/.exec(time.trim()) ?? [];
  if (hours === undefined) return undefined;
  const whole = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return whole * 1_000 + Number((hundredths ?? '').padEnd(2, '0')) * 10;
};

const namesOf = (format: string): readonly string[] =>
  format.split(',', mostFields).map((name) => name.trim().toLowerCase());

/** The fields of a line, of which the last, the text, may hold commas. */
const fieldsOf = (line: string, count: number): readonly string[] => {
  const fields: string[] = [];
  let from = 0;
  while (fields.length < count - 1) {
    const comma = line.indexOf(',', from);
    if (comma < 0) break;
    fields.push(line.slice(from, comma));
    from = comma + 1;
  }
  return [...fields, line.slice(from)];
};

const cueOf = (line: string, names: readonly string[]): readonly Cue[] => {
  const fields = fieldsOf(line, names.length);
  const named = (name: string): string => fields[names.indexOf(name)] ?? '';
  const startMs = msOf(named('start'));
  const endMs = msOf(named('end'));
  if (startMs === undefined || endMs === undefined || endMs <= startMs) return [];
  const pieces = piecesOfAss(named('text'));
  return pieces.length > 0 ? [{ startMs, endMs, pieces }] : [];
};

/** The lines of dialogue of ASS or SSA as cues; nothing if there are more than `most`. Styles, places, motion, fonts and drawings are left out. */
export const assCues = (text: string, most: number): readonly Cue[] | undefined => {
  const cues: Cue[] = [];
  let names = namesOf(usual);
  for (const line of text.split('\n')) {
    const [, kind, rest] = /^(Format|Dialogue):(.*)$/i.exec(line) ?? [];
    if (kind?.toLowerCase() === 'format' && /\btext\s*$/i.test(rest ?? ''))
      names = namesOf(rest ?? '');
    if (kind?.toLowerCase() === 'dialogue') cues.push(...cueOf(rest ?? '', names));
    if (cues.length > most) return undefined;
  }
  return cues;
};
