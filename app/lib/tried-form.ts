import { useEffect, useState } from 'react';
import { useFetcher } from './rr';

/** A form is tried when nothing more was typed for so long. */
const PAUSE_MS = 200;

/**
 * Posts what stands in a form to the page's action while it is typed, and answers what came back last. One at a time:
 * Remix reports an answer that is given up half-way as an error of the page.
 */
export function useTriedForm<Action>() {
  const { submit, state, data } = useFetcher<Action>();
  const [typed, setTyped] = useState<FormData | null>(null);
  useEffect(() => {
    if (!typed || state !== 'idle') return;
    const timer = setTimeout(() => {
      setTyped(null);
      submit(typed, { method: 'post' });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, state, submit]);
  return { data, tryForm: setTyped };
}
