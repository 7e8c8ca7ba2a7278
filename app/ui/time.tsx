import { useClock, useNow } from '~/lib/clock';
import { absoluteTime, clockTime, countdown, duration, momentNear, timeAgo } from '~/lib/time';
import { type Instant, MINUTE, SECOND, toIso } from '../../domain/shared/time';

type Props = { at: Instant };

/** `4 minutes ago`, with the exact time behind it. */
export function Time({ at }: Props) {
  const clock = useClock();
  return <Stamp at={at} text={timeAgo(at, useNow(15 * SECOND), clock)} />;
}

/** A moment to come or just past: `09:00`, `Mon 09:00`. */
export function Moment({ at }: Props) {
  const clock = useClock();
  return <Stamp at={at} text={momentNear(at, clock.now, clock)} />;
}

/** `03:00:41`, for the gutter. */
export function ClockTime({ at }: Props) {
  return <Stamp at={at} text={clockTime(at, useClock())} />;
}

/** How long ago, in the fewest letters: `4m`, `2h 14m`. */
export function Age({ at, width = 'narrow' }: Props & { width?: 'narrow' | 'short' }) {
  const { locale } = useClock();
  const now = useNow(15 * SECOND);
  return <Stamp at={at} text={duration(now - at, locale, width)} />;
}

/** `02:13` until it is due; the server's figure first, then it ticks where scripts run. */
export function Countdown({ at }: Props) {
  const now = useNow(SECOND);
  const left = at - now;
  return <Stamp at={at} text={left > 0 ? countdown(left) : left > -MINUTE ? 'now' : 'overdue'} />;
}

function Stamp({ at, text }: Props & { text: string }) {
  return (
    // Locale data may differ by a space between server and browser; the server's words stay.
    <time dateTime={toIso(at)} title={absoluteTime(at, useClock())} suppressHydrationWarning>
      {text}
    </time>
  );
}
