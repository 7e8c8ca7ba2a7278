import { type DragEvent, useState } from 'react';
import { useSubmit } from '~/lib/rr';
import { movedTo } from './moved-to';

/**
 * Dragging one component onto the place of another: `handle` is what is taken hold of, `row` where it can be let go.
 * The same can be done by the buttons of each component, with a keyboard and without scripts.
 */
export function useComponentDrag(ids: readonly string[]) {
  const submit = useSubmit();
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const letGo = () => {
    setHeld(null);
    setOver(null);
  };
  return {
    handle: (id: string) => ({
      draggable: true,
      'aria-hidden': true,
      title: 'Drag to move',
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', id);
        setHeld(id);
      },
      onDragEnd: letGo,
    }),
    row: (id: string) => ({
      'data-over': held !== null && over === id && held !== id,
      onDragOver: (event: DragEvent) => {
        if (held === null) return;
        event.preventDefault();
        if (over !== id) setOver(id);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        const order = held === null ? null : movedTo(ids, held, id);
        letGo();
        if (order) submit({ verb: 'order', order: order.join(' ') }, { method: 'post', preventScrollReset: true });
      },
    }),
  };
}
