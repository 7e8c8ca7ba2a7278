/** Keys that work on this page at this moment, with what they do. Two keys after one another stand apart: `g i`. */
export type LiveKey = { keys: string; word: string };

const MARKED = '[data-keys]:not(:disabled)';
const ROW_LINKS = 'main tbody th a';
const ROW_TICK = 'main tbody input[type="checkbox"]';
const SEARCH = 'main input[type="search"]';

/** True where letters are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), select, textarea');
}

/** Links of the rail count on a phone too, where most of them stand under "More". */
const isLive = (element: HTMLElement): boolean => element.checkVisibility() || element.closest('nav') !== null;

const marked = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(MARKED)].filter(isLive);

/** The first control that stands for these keys; what is hidden has none. */
export const controlOf = (keys: string): HTMLElement | undefined =>
  marked().find((element) => element.dataset.keys === keys);

/** Every single key that is alive now, each once, in the order of the page. */
export function liveKeys(): LiveKey[] {
  const found = new Map<string, string>();
  for (const { dataset } of marked()) {
    if (dataset.keys && !found.has(dataset.keys)) found.set(dataset.keys, dataset.keysWord ?? '');
  }
  const keys = [...found].map(([key, word]) => ({ keys: key, word }));
  if (rows().length > 0) keys.push({ keys: 'j', word: 'Next line' }, { keys: 'k', word: 'Line before' });
  if (document.querySelector(ROW_TICK)) keys.push({ keys: 'x', word: 'Tick the line' });
  if (searchField()) keys.push({ keys: '/', word: 'Search this list' });
  return [...keys, { keys: '?', word: 'These keys' }];
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ROW_LINKS)].filter(isLive);

/** Moves the focus along the lines of the page's lists. */
export function moveRow(by: 1 | -1): boolean {
  const links = rows();
  const at = links.findIndex((link) => rowOf(link)?.contains(document.activeElement));
  const next = at < 0 ? links[by === 1 ? 0 : links.length - 1] : links[at + by];
  next?.focus();
  return links.length > 0;
}

const rowOf = (element: Element | null): Element | null => element?.closest('tr') ?? null;

/** Ticks the line the keyboard is at, or takes its tick away. */
export function tickRow(): boolean {
  const tick = rowOf(document.activeElement)?.querySelector<HTMLElement>('input[type="checkbox"]');
  tick?.click();
  return Boolean(tick);
}

const searchField = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>(SEARCH);

export function focusSearch(): boolean {
  const field = searchField();
  const fold = field?.closest('details');
  if (fold) fold.open = true;
  field?.focus();
  return field !== null;
}

/** A button is pressed, a menu opened with the keyboard in it, a field entered. */
export function press(control: HTMLElement): void {
  if (control.matches('input, textarea, select')) {
    control.focus();
    return;
  }
  control.click();
  if (control.tagName !== 'SUMMARY') return;
  const first = control.parentElement?.querySelector<HTMLElement>('div button, div input, div textarea, div select');
  first?.focus();
}
