import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './floating.css';

/** What the button that opens a floating surface has to carry. */
export type Opener = {
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly 'aria-haspopup': 'menu' | 'dialog';
  readonly onClick: () => void;
};

type FloatingProps = {
  readonly kind: 'menu' | 'dialog';
  readonly label: string;
  readonly side?: 'below' | 'above';
  readonly opener: (opener: Opener) => ReactNode;
  readonly children: (close: () => void) => ReactNode;
};

const choices = 'button:not(:disabled), input:not(:disabled), select';

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const moveFocus = (surface: HTMLElement, event: KeyboardEvent): void => {
  const items = [...surface.querySelectorAll<HTMLElement>(choices)];
  const move = moves[event.key];
  if (!move || items.length === 0) return;
  event.preventDefault();
  items[
    move(
      items.findIndex((item) => item === document.activeElement),
      items.length,
    )
  ]?.focus();
};

const gap = 8;
const margin = 12;

/** Puts a surface below or above its place: where it was meant to be, or where there is more room; within the page in any case. */
const putBeside = (surface: HTMLElement, place: HTMLElement, side: 'below' | 'above'): void => {
  const at = place.getBoundingClientRect();
  const below = innerHeight - at.bottom - gap - margin;
  const above = at.top - gap - margin;
  const meant = side === 'below' ? below : above;
  const fits = surface.scrollHeight <= meant || meant >= Math.max(below, above);
  const isBelow = (side === 'below') === fits;
  const right = Math.min(innerWidth - at.right, innerWidth - margin - surface.offsetWidth);
  Object.assign(surface.style, {
    right: `${Math.max(margin, right)}px`,
    top: isBelow ? `${at.bottom + gap}px` : 'auto',
    bottom: isBelow ? 'auto' : `${innerHeight - at.top + gap}px`,
    maxHeight: `${isBelow ? below : above}px`,
  });
};

/** Shows the surface above everything, whatever would cut it off, and keeps it beside its place. */
const useBeside = (
  isOpen: boolean,
  side: 'below' | 'above',
  place: RefObject<HTMLElement | null>,
  surface: RefObject<HTMLElement | null>,
): void => {
  useLayoutEffect(() => {
    if (!isOpen) return;
    surface.current?.showPopover();
    const put = () => {
      if (surface.current && place.current) putBeside(surface.current, place.current, side);
    };
    put();
    // What it holds may come later, and be wider than nothing.
    const growing = new ResizeObserver(put);
    if (surface.current) growing.observe(surface.current);
    addEventListener('resize', put);
    document.addEventListener('scroll', put, true);
    return () => {
      growing.disconnect();
      removeEventListener('resize', put);
      document.removeEventListener('scroll', put, true);
    };
  }, [isOpen, side, place, surface]);
};

/** A menu or a small dialog beside its button. Esc and a click elsewhere close it; arrow keys go through a menu. */
export const Floating = ({ kind, label, side = 'below', opener, children }: FloatingProps) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  useBeside(isOpen, side, place, surface);
  useEffect(() => {
    if (!isOpen) return;
    const wanted = surface.current?.querySelector<HTMLElement>(
      '[aria-checked="true"], [autofocus]',
    );
    (wanted ?? surface.current?.querySelector<HTMLElement>(choices))?.focus();
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Tab' && kind === 'menu') setOpen(false);
    if (kind === 'menu' && surface.current) moveFocus(surface.current, event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the button and the surface inside.
    <div ref={place} className="floating-place" onKeyDown={onKeyDown}>
      {opener({
        'aria-expanded': isOpen,
        'aria-controls': id,
        'aria-haspopup': kind,
        onClick: () => setOpen(!isOpen),
      })}
      {isOpen && (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is a menu or a dialog, and both take a label.
        <div
          ref={surface}
          id={id}
          role={kind}
          aria-label={label}
          className="floating"
          popover="manual"
        >
          {children(close)}
        </div>
      )}
    </div>
  );
};
