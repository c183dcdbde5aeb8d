import type { Surroundings } from '@matinee/link/transport';

/** The player of a page's frame: its largest video element that is shown, wherever in the document or its open shadow roots, and whenever it came. */
export type Screen = {
  readonly current: () => HTMLVideoElement | undefined;
  /** How large it is, in square pixels; 0: there is none. */
  readonly area: () => number;
  readonly close: () => void;
};

type Tree = Document | ShadowRoot;

const SCAN_EVERY_MS = 2_000;
/** After a change of the page, so that many changes are one. */
const SCAN_AFTER_MS = 150;

/** The tree and all open shadow roots in it. */
const treesIn = (tree: Tree): readonly Tree[] => [
  tree,
  ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : treesIn(shadowRoot),
  ),
];

const areaOf = (element: HTMLVideoElement): number => {
  const { width, height } = element.getBoundingClientRect();
  return width * height;
};

/** One that has something to show goes before one that has not, a larger one before a smaller one. */
const better = (one: HTMLVideoElement, other: HTMLVideoElement): number =>
  Number(other.readyState > 0) - Number(one.readyState > 0) || areaOf(other) - areaOf(one);

/** Watches a document, and calls `changed` when another element is its player or when that has another size; `framesCame` when frames were added, or show something else. */
export const watchScreen = (
  document: Document,
  after: Surroundings['after'],
  changed: () => void,
  framesCame: () => void,
): Screen => {
  let current: HTMLVideoElement | undefined;
  let area = 0;
  let frames = document.querySelectorAll('iframe').length;
  let watched: ReadonlySet<Tree> = new Set();
  let callOff = (): void => {};

  const scanSoon = (): void => {
    callOff();
    callOff = after(SCAN_AFTER_MS, scan);
  };
  const observer = new MutationObserver(scanSoon);
  const stop = new AbortController();
  // A frame that was added is empty until what it shows has come.
  const loaded = ({ target }: Event): void => {
    if (target instanceof Element && target.localName === 'iframe') framesCame();
  };
  const watch = (trees: readonly Tree[]): void => {
    for (const tree of trees.filter((each) => !watched.has(each))) {
      observer.observe(tree, { childList: true, subtree: true });
      tree.addEventListener('load', loaded, { capture: true, signal: stop.signal });
    }
    watched = new Set(trees);
  };
  const countFrames = (trees: readonly Tree[]): void => {
    const found = trees.flatMap((tree) => [...tree.querySelectorAll('iframe')]).length;
    if (found > frames) framesCame();
    frames = found;
  };
  const scan = (): void => {
    const trees = treesIn(document);
    watch(trees);
    countFrames(trees);
    const found = trees
      .flatMap((tree) => [...tree.querySelectorAll('video')])
      .filter((element) => areaOf(element) > 0)
      .sort(better)[0];
    const size = found === undefined ? 0 : areaOf(found);
    const isOther = found !== current || size !== area;
    current = found;
    area = size;
    if (isOther) changed();
    callOff();
    callOff = after(SCAN_EVERY_MS, scan);
  };
  for (const name of ['loadedmetadata', 'emptied', 'resize']) {
    document.addEventListener(name, scanSoon, { capture: true, signal: stop.signal });
  }
  callOff = after(0, scan);
  return {
    current: () => current,
    area: () => area,
    close: () => {
      callOff();
      observer.disconnect();
      stop.abort();
    },
  };
};
