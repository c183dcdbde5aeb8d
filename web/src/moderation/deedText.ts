import type { Deed } from '../api/moderation';
import type { ModerationTexts } from '../texts/moderation/en';

/** What was there before a deed and after it, in words. */
export type Change = { readonly what: string; readonly before: string; readonly after: string };

const known = <Key extends string>(keys: Record<Key, unknown>, text: string): text is Key =>
  Object.hasOwn(keys, text);

const valueText = (texts: ModerationTexts, text: string): string =>
  known(texts.values, text) ? texts.values[text] : text;

/** Who did what to whom, in a sentence. What a newer server writes down of which this page knows nothing is shown as it is called. */
export const deedText = (texts: ModerationTexts, { action, byName, details }: Deed): string => {
  const by = byName ?? texts.somebody;
  const whom = details['name'] ?? texts.somebody;
  const kind = action.replace(/^room\./, '');
  if (known(texts.deeds, kind)) return texts.deeds[kind](by, whom);
  return `${by}: ${kind}`;
};

const wholeChange = (texts: ModerationTexts, { action, details }: Deed): readonly Change[] => {
  const { before = '', after = '' } = details;
  if (after === '') return [];
  const text = (value: string): string => {
    if (action !== 'room.slow-mode') return valueText(texts, value);
    if (value === 'as usual') return texts.usual;
    return value === '0' ? texts.off : texts.seconds(Number(value));
  };
  return [{ what: '', before: before === '' ? '' : text(before), after: text(after) }];
};

/** What it changed, part by part; nothing where the sentence says it all. */
export const changesOf = (texts: ModerationTexts, deed: Deed): readonly Change[] => [
  ...wholeChange(texts, deed),
  ...Object.entries(texts.parts).flatMap(([part, what]) => {
    const after = deed.details[`after${part}`];
    if (after === undefined) return [];
    const before = deed.details[`before${part}`] ?? '';
    return [
      {
        what,
        before: before === '' ? texts.none : valueText(texts, before),
        after: after === '' ? texts.none : valueText(texts, after),
      },
    ];
  }),
];
