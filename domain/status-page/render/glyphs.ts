import type { ComponentState } from '../component';

/** The class of a state: colour in the style sheet, shape below; a word always stands beside it. */
export const CLASS_OF: Record<ComponentState, string> = {
  OPERATIONAL: 'ok',
  MAINTENANCE: 'mt',
  DEGRADED: 'dg',
  PARTIAL_OUTAGE: 'po',
  MAJOR_OUTAGE: 'mo',
};

const SHAPES: Record<ComponentState, string> = {
  OPERATIONAL: '<circle cx="8" cy="8" r="6.5"/><path d="m5 8 2.2 2.2L11 6"/>',
  MAINTENANCE: '<path d="M2.5 13.5 8 8M10.5 2.5a3.5 3.5 0 1 0 3 5l-2.5.5-1.5-1.5.5-2.5z"/>',
  DEGRADED: '<path d="M2.5 2.5h11v11h-11z"/><path fill="currentColor" d="M2.5 2.5H8v11H2.5z"/>',
  PARTIAL_OUTAGE: '<path fill="currentColor" d="M8 2.5 14 13.5H2z"/>',
  MAJOR_OUTAGE: '<path fill="currentColor" d="M2.5 2.5h11v11h-11z"/>',
};

/** The shapes that a page uses, once; the hatching of maintenance in bars too. */
export const sprite = (states: ReadonlySet<ComponentState>): string => {
  const symbols = [...states].map(
    (state) => `<symbol id="${CLASS_OF[state]}" viewBox="0 0 16 16">${SHAPES[state]}</symbol>`,
  );
  const hatch =
    '<pattern id="hatch" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v3" stroke="var(--mt)" stroke-width="3.5"/></pattern>';
  return `<svg width="0" height="0" aria-hidden="true" class="d">${symbols.join('')}${states.has('MAINTENANCE') ? hatch : ''}</svg>`;
};

export const glyph = (state: ComponentState): string =>
  `<svg class="g" aria-hidden="true"><use href="#${CLASS_OF[state]}"/></svg>`;
