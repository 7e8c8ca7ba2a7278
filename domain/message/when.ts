import { languageOf } from '../notification/words/words';
import { DAY, type Instant } from '../shared/time';

const partsOf = (at: Instant, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** The same in another language, as it writes dates. */
const momentIn = (at: Instant, isNear: boolean, timeZone: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    ...(isNear ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** "Mon 09:00" within six days of `now`, "Mon 30 Nov 09:00" beyond; on the clock of `timezone`. */
export function whenOf(at: Instant, now: Instant, timezone: string, locale = 'en'): string {
  const isNear = Math.abs(at - now) < 6 * DAY;
  if (languageOf(locale) !== 'en') return momentIn(at, isNear, timezone, locale);
  const { weekday, day, month, hour, minute } = partsOf(at, timezone);
  const date = isNear ? weekday : `${weekday} ${day} ${month}`;
  return `${date} ${hour}:${minute}`;
}
