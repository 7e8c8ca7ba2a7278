import { useEffect } from 'react';
import { isServed, type Need } from './connection';
import { useRevalidator } from './rr';

/** Loads the page's data again every `seconds` while it is looked at, and when it is looked at again. */
export function useFreshData(seconds: number, need: Need = 'database'): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState !== 'visible' || state !== 'idle') return;
      void isServed(need).then((served) => (served ? revalidate() : undefined));
    };
    const timer = setInterval(refresh, seconds * 1000);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [revalidate, seconds, need, state]);
}
