import { useEffect } from 'react';
import { isServed } from './connection';
import { useRevalidator } from './rr';

/** Loads the page's data again every `seconds` while it is looked at, and when it is looked at again. */
export function useFreshData(seconds: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState !== 'visible' || state !== 'idle') return;
      void isServed().then((served) => (served ? revalidate() : undefined));
    };
    const timer = setInterval(refresh, seconds * 1000);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [revalidate, seconds, state]);
}
