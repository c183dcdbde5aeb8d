import { useEffect } from 'react';
import { actionOf, type KeyAction, type KeyPlace } from './keyMap';

const placeOf = (target: EventTarget | null): KeyPlace => {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.matches('input[type="range"]')) return 'slider';
  if (target.matches('input, textarea, select, [contenteditable]')) return 'text';
  return target.closest('button, a, label, [role="menu"]') ? 'button' : 'page';
};

/** Listens to the keys of a room, except while a modal dialog is open. */
export const useKeys = (onAction: (action: KeyAction) => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const action = actionOf(event, placeOf(event.target));
      if (!action) return;
      event.preventDefault();
      onAction(action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onAction]);
};
