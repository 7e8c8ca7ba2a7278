import { useEffect, useState } from 'react';
import { useFetcher, useLocation, useNavigation } from './rr';

/** A form is tried when nothing more was typed for so long. */
const PAUSE_MS = 200;

/**
 * Posts what stands in a form to the page's action while it is typed, and answers what came back last. One at a time:
 * Remix reports an answer that is given up half-way as an error of the page.
 */
export function useTriedForm<Action>() {
  const { submit, state, data } = useFetcher<Action>();
  const { pathname } = useLocation();
  const isLeaving = useNavigation().state !== 'idle';
  const [typed, setTyped] = useState<FormData | null>(null);
  useEffect(() => {
    if (!typed || state !== 'idle' || isLeaving) return;
    const timer = setTimeout(() => {
      setTyped(null);
      // Named, because a page that has just been left would else post to the next one.
      submit(typed, { method: 'post', action: pathname });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, state, isLeaving, pathname, submit]);
  return { data, tryForm: setTyped };
}
