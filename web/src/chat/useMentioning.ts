import {
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { begunAt, type Candidate, mentionedIn, type Named, proposed } from './mentions';

type Field = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
};

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Puts the caret where it belongs after a name was put in, once the field shows the text. */
const useCaret = (field: Field['field'], text: string) => {
  const wanted = useRef<number>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret can be put only when the field shows the new text.
  useLayoutEffect(() => {
    if (wanted.current !== undefined)
      field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  }, [field, text]);
  return wanted;
};

/**
 * Lets somebody choose from `people` after an `@`. The list is open while a name is being written that somebody has; `onKeyDown` tells whether
 * it took the key.
 */
export const useMentioning = (people: readonly Candidate[], { field, text, setText }: Field) => {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const [chosen, setChosen] = useState<readonly Named[]>([]);
  const wanted = useCaret(field, text);
  const begun = begunAt(text, caret);
  const isOpen = begun !== undefined && begun.at !== closedAt;
  const offered = isOpen ? proposed(people, begun.search) : [];
  const marked = offered[Math.min(at, offered.length - 1)];
  const choose = (person: Named) => {
    if (!begun) return;
    const before = `${text.slice(0, begun.at)}@${person.name} `;
    setText(before + text.slice(caret).replace(/^ /u, ''));
    wanted.current = before.length;
    setCaret(before.length);
    setChosen([...chosen, person]);
    setAt(0);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!marked || event.nativeEvent.isComposing) return false;
    const step = steps[event.key];
    if (step) setAt((offered.indexOf(marked) + step + offered.length) % offered.length);
    else if (event.key === 'Escape') setClosedAt(begun?.at);
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') choose(marked);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    id,
    offered,
    marked,
    choose,
    onKeyDown,
    /** To be told of the caret whenever it may have moved. */
    onCaret: (next: number) => {
      setCaret(next);
      if (begunAt(text, next)?.at !== closedAt) setClosedAt(undefined);
    },
    /** From now on these count as chosen. */
    begin: setChosen,
    close: () => setClosedAt(begun?.at),
    /** Whom what is said mentions; begins anew for the next. */
    taken: (said: string): readonly string[] => {
      setChosen([]);
      setClosedAt(undefined);
      return mentionedIn(said, chosen);
    },
  };
};

export type Mentioning = ReturnType<typeof useMentioning>;

/** By what the option of somebody is found. */
export const optionId = (listId: string, person: Named): string => `${listId}-${person.id}`;
