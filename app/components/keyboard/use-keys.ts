import { useEffect, useRef } from 'react';
import { controlOf, focusSearch, isTyping, moveRow, press, tickRow } from './live-keys';

type Doors = { openPalette: () => void; openHelp: () => void };

/** After `g` so long is waited for the second key. */
const PAIR_MS = 1500;

/**
 * Listens for the keys of the frame. `single`: keys without a modifier, which people can switch off (WCAG 2.1.4); they
 * are dead wherever something is typed and while a dialog is open.
 */
export function useKeys(single: boolean, doors: Doors): void {
  const open = useRef(doors);
  open.current = doors;
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      if (event.metaKey || event.ctrlKey) {
        if (key.toLowerCase() === 'k' && !event.shiftKey) {
          event.preventDefault();
          open.current.openPalette();
        }
        if (key === 'Enter' && target instanceof HTMLTextAreaElement) target.form?.requestSubmit();
        return;
      }
      if (!single || isTyping(target) || document.querySelector('dialog[open]')) return;
      const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${key}` : null;
      first = key === 'g' && pair === null ? { key, at: event.timeStamp } : null;
      if (first) return;
      if (perform(pair ?? key, open.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [single]);
}

function perform(keys: string, { openHelp }: Doors): boolean {
  if (keys === '?') {
    openHelp();
    return true;
  }
  if (keys === 'j' || keys === 'k') return moveRow(keys === 'j' ? 1 : -1);
  if (keys === 'x') return tickRow();
  if (keys === '/') return focusSearch();
  const control = controlOf(keys);
  if (control) press(control);
  return control !== undefined;
}
