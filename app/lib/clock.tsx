import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Instant } from '../../domain/shared/time';
import type { Zone } from './time';

/** The moment the page was made, and on whose clock it is told. Server and browser read the same one. */
export type Clock = Zone & { now: Instant };

const ClockContext = createContext<Clock>({ now: 0, locale: 'en', timeZone: 'UTC' });

export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>;
}

export const useClock = (): Clock => useContext(ClockContext);

/** Now: the page's own moment at first paint, then moving on in steps. Without JavaScript it stands still. */
export function useNow(step: number): Instant {
  const { now } = useClock();
  const [moved, setMoved] = useState(now);
  useEffect(() => {
    // The server's clock counts: a phone that is two minutes wrong still counts down to the right second.
    const ahead = now - Date.now();
    const timer = setInterval(() => setMoved(Date.now() + ahead), step);
    return () => clearInterval(timer);
  }, [now, step]);
  return Math.max(moved, now);
}
