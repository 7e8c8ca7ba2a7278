import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../domain/schedule/span';
import { dragSpan } from './drag-span';

export type Drag = {
  range: Span;
  step: number;
  label: (span: Span) => string;
  onSelect: (span: Span) => void;
  className: string;
};

/** Closer than this it was a press. */
const SLACK = 5;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Marks out a stretch by mouse or pen in any `svg[data-track]` of a box; null: nowhere. Escape lets go. A finger scrolls instead: everything a drag does there is a form
 * too. Draws by attributes only, as the policy for styles forbids others.
 */
export function useDrag(box: RefObject<HTMLElement>, drag: Drag | null): void {
  useEffect(() => {
    const root = box.current;
    if (!root || !drag) return;
    const { range, step, label, onSelect, className } = drag;
    const { start, end } = range;
    const ends = new AbortController();
    const { signal } = ends;
    let stop: (() => void) | null = null;

    const begin = (down: PointerEvent) => {
      const track = down.target instanceof Element ? down.target.closest('svg[data-track]') : null;
      if (!track || down.button !== 0 || down.pointerType === 'touch') return;
      const frame = track.getBoundingClientRect();
      const placeOf = ({ clientX }: PointerEvent) => (clientX - frame.left) / frame.width;
      const from = placeOf(down);
      const mark = document.createElementNS(SVG, 'g');
      const bar = mark.appendChild(document.createElementNS(SVG, 'rect'));
      const words = mark.appendChild(document.createElementNS(SVG, 'text'));
      mark.setAttribute('class', className);
      bar.setAttribute('height', '100%');
      words.setAttribute('y', '16');
      let span: Span | null = null;

      const move = (event: PointerEvent) => {
        if (!span && Math.abs(event.clientX - down.clientX) < SLACK) return;
        if (!span) track.appendChild(mark);
        span = dragSpan(from, placeOf(event), range, step);
        const percent = (at: number) => ((at - start) / (end - start)) * 100;
        bar.setAttribute('x', `${percent(span.start)}%`);
        bar.setAttribute('width', `${percent(span.end) - percent(span.start)}%`);
        const isLeft = percent(span.start) < 60;
        words.setAttribute('x', `${percent(isLeft ? span.start : span.end)}%`);
        words.setAttribute('dx', isLeft ? '6' : '-6');
        words.setAttribute('text-anchor', isLeft ? 'start' : 'end');
        words.textContent = label(span);
      };
      const drop = () => {
        const done = span;
        stop?.();
        if (!done) return;
        // The press that ends a drag is none on the block below.
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }));
        onSelect(done);
      };
      const key = ({ key }: KeyboardEvent) => (key === 'Escape' ? stop?.() : undefined);
      stop?.();
      const during = new AbortController();
      stop = () => {
        during.abort();
        mark.remove();
        stop = null;
      };
      addEventListener('pointermove', move, { signal: during.signal });
      addEventListener('pointerup', drop, { signal: during.signal });
      addEventListener('pointercancel', () => stop?.(), { signal: during.signal });
      addEventListener('keydown', key, { signal: during.signal });
    };
    root.addEventListener('pointerdown', begin, { signal });
    // Browsers drag links by themselves.
    root.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
    return () => {
      ends.abort();
      stop?.();
    };
  }, [box, drag]);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
