import { type DragEvent, useState } from 'react';
import { useSubmit } from '~/lib/rr';
import { movedTo } from './moved-to';
import styles from './order-drag.module.css';

/**
 * Dragging one row of a list onto the place of another: `handle` is what is taken hold of, `row` where it can be let go;
 * the page's action is sent the verb `order` with all ids. The same has to be possible by buttons, with a keyboard and
 * without scripts.
 */
export function useOrderDrag(ids: readonly string[]) {
  const submit = useSubmit();
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const letGo = () => {
    setHeld(null);
    setOver(null);
  };
  return {
    handle: (id: string) => ({
      className: styles.handle,
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
      className: held !== null && over === id && held !== id ? styles.over : undefined,
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
