import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, cuesAt } from '../src/subtitles/cue';
import { decoded } from '../src/subtitles/decode';
import { readSubtitles } from '../src/subtitles/read';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The cues of a file as text, with looks as one letter each. */
const told = (text: string | Uint8Array): readonly string[] | string => {
  const reading = readSubtitles(typeof text === 'string' ? bytesOf(text) : text);
  return reading.type === 'refused'
    ? reading.why
    : reading.cues.map(({ startMs, endMs, pieces }) => {
        const words = pieces.map(
          ({ text: said, bold, italic, underlined }) =>
            `${bold ? 'b:' : ''}${italic ? 'i:' : ''}${underlined ? 'u:' : ''}${said}`,
        );
        return `${startMs}-${endMs} ${words.join('|')}`;
      });
};

const ass = (...lines: readonly string[]): string =>
  ['[Script Info]', 'ScriptType: v4.00+', '[Events]', ...lines].join('\n');

const line = (text: string): string => `Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,${text}`;

describe('SRT', () => {
  it('is read, also where it is untidy', () => {
    const file = [
      '\ufeff1',
      '00:00:01,000 --> 00:00:02,500',
      '{\\an8}<i>Hello</i>,',
      'world &amp; <font color="red">all</font>',
      '2',
      '00:00:03.5 --> 0:00:04,000 X1:1 X2:2',
      '12',
      'apples < pears',
      '',
      '',
      '3',
      '00:00:09,000 --> 00:00:08,000',
      'never',
    ].join('\r\n');

    expect(told(file)).toEqual([
      '1000-2500 i:Hello|,\nworld & |all',
      '3500-4000 12\napples < pears',
    ]);
  });
});

describe('WebVTT', () => {
  it('is read without notes, styles and regions', () => {
    const file = [
      'WEBVTT - a title',
      '',
      'STYLE',
      '::cue { background: url(https://evil.example/) }',
      '',
      'NOTE 00:00 is not a time',
      '',
      'first',
      '00:01.000 --> 00:02.000 line:0 align:start',
      '<v Anna>Hello <b.loud>you</b> <00:01.500><c.red>there</c>',
      '',
      '100:00:00.000 --> 100:00:01.000',
      'late',
    ].join('\n');

    expect(told(file)).toEqual(['1000-2000 Hello |b:you| |there', '360000000-360001000 late']);
  });
});

describe('ASS', () => {
  it('is read as text with looks, without drawings', () => {
    const file = ass(
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      line('{\\i1\\fnhttps://evil.example/}One, two{\\i0}\\Nthree\\hfour'),
      line('{\\p1}m 0 0 l 100 0 100 100{\\p0}after'),
      line('{\\p4}m 0 0 l 1 1'),
    );

    expect(told(file)).toEqual(['1000-2500 i:One, two|\nthree\u00a0four', '1000-2500 after']);
  });

  it('is kept whole for who draws it, as no other file is', () => {
    const file = ass(line('{\\pos(10,10)}A sign'));

    const readings = [file, '1\n00:00:01,000 --> 00:00:02,000\nno sign\n'].map((text) =>
      readSubtitles(bytesOf(text)),
    );

    expect(readings).toMatchObject([{ ass: file }, { type: 'read', ass: undefined }]);
  });

  it('may have its fields in another order', () => {
    const file = ass('Format: Start, End, Text', 'Dialogue: 0:00:01.00,0:00:02.00,a, b');

    expect(told(file)).toEqual(['1000-2000 a, b']);
  });
});

describe('what a file is written in', () => {
  const western = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0xe0, 0x20]);
  const russian = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);

  it.each([
    ['utf-8', bytesOf('café'), 'café'],
    ['utf-16le', Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x31, 0x04]), 'Aб'],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, 0, 0x41, 0x04, 0x31]), 'Aб'],
    ['windows-1252', western, 'café à '],
    ['windows-1251', russian, 'Привет'],
  ])('%s', (encoding, bytes, text) => {
    expect(decoded(bytes)).toEqual({ encoding, text });
  });
});

describe('W-07: a hostile file is text or refused', () => {
  const shown = (text: string) => told(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n`);

  it.each([
    ['<script>alert(1)</script>', ['1000-2000 alert(1)']],
    ['<img src=x onerror=alert(1)>&lt;b&gt;', ['1000-2000 <b>']],
    ['<b onclick=x>bold<!-- --></b>', ['1000-2000 b:bold']],
    ['<b', ['1000-2000 <b']],
    ['a\u0000b', 'notSubtitles'],
    ['\u001b]0;title\u0007x', ['1000-2000 ]0;titlex']],
    ['<i></i>', 'notSubtitles'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('more than 10 MB, more than 20,000 cues, and what holds none, are refused', () => {
    const cue = '00:00:01.000 --> 00:00:02.000\nx\n\n';

    expect(told(new Uint8Array(10_000_001))).toBe('tooLarge');
    expect(told(cue.repeat(20_001))).toBe('tooMany');
    expect(told(ass(...Array.from({ length: 20_001 }, () => line('x'))))).toBe('tooMany');
    expect(told('milk, bread')).toBe('notSubtitles');
    expect(told('')).toBe('notSubtitles');
    expect(told(`00:01.000 --> 00:02.000\n${'<'.repeat(9_900_000)}`)).toHaveLength(1);
    expect(told(ass(line('{'.repeat(9_900_000))))).toHaveLength(1);
    expect(told(ass(line(`{\\p1}${'l 1 1 '.repeat(1_600_000)}`)))).toBe('notSubtitles');
  });

  it('of many that overlap six are shown', () => {
    const reading = readSubtitles(bytesOf('00:00:01.000 --> 09:00:00.000\nx\n\n'.repeat(20_000)));

    const cues = reading.type === 'read' ? reading.cues : [];

    expect(cues).toHaveLength(20_000);
    expect(cuesAt(cues, 5_000)).toHaveLength(6);
    expect(cuesAt(cues, 999)).toEqual([]);
  });

  it('of any text whatsoever nothing but cues in their order comes', () => {
    const scraps = fc.constantFrom(
      '00:00:01,000 --> 00:00:02,000',
      '-->',
      'WEBVTT',
      'STYLE',
      '[Events]',
      'Dialogue: ',
      line('x'),
      '<',
      '>',
      '{',
      '}',
      '\\p1',
      '\\N',
      '&lt;',
      '\n',
      '\n\n',
      '\u2028',
      'é',
      '<b>',
      '</i>',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const reading = readSubtitles(bytesOf(parts.join('')));
        const cues = reading.type === 'read' ? reading.cues : [];
        const starts = cues.map(({ startMs }) => startMs);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
        expect(cues.every(({ startMs, endMs }) => startMs < endMs)).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

it('cues are found at their places', () => {
  const cue = (startMs: number, endMs: number): Cue => ({ startMs, endMs, pieces: [] });
  const cues = [cue(0, 10), cue(5, 20), cue(30, 40)];

  expect(cuesAt(cues, 7)).toEqual([cues[0], cues[1]]);
  expect(cuesAt(cues, 10)).toEqual([cues[1]]);
  expect(cuesAt(cues, 25)).toEqual([]);
  expect(cuesAt(cues, 30)).toEqual([cues[2]]);
});
