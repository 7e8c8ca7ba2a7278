import { amount } from '~/lib/time';
import { dayStart, type Period } from '../../../domain/analytics/day';
import type { Figure } from '../../../domain/analytics/figures';
import { comparedValue } from '../../../domain/analytics/report';
import { DAY } from '../../../domain/shared/time';

/** What stands where there is no sample. */
export const NOTHING = '—';

type Width = 'narrow' | 'short';

const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** Seconds as people say them: `48 sec`, `4 min 20 sec`, `2 hr 5 min`, `3 days`; in a narrow column `4m 20s`. */
export function lengthWords(seconds: number | null, locale: string, width: Width = 'short'): string {
  if (seconds === null) return NOTHING;
  const whole = Math.round(seconds);
  const two = (large: number, unit: 'day' | 'hour' | 'minute', small: number, part: 'hour' | 'minute' | 'second') =>
    small === 0
      ? amount(large, unit, locale, width)
      : `${amount(large, unit, locale, width)} ${amount(small, part, locale, width)}`;
  if (seconds < 10 && whole !== seconds) return amount(Math.round(seconds * 10) / 10, 'second', locale, width);
  if (whole < MINUTE_S) return amount(whole, 'second', locale, width);
  if (whole < HOUR_S) return two(Math.floor(whole / MINUTE_S), 'minute', whole % MINUTE_S, 'second');
  const minutes = Math.floor((whole % HOUR_S) / MINUTE_S);
  if (whole < DAY_S) return two(Math.floor(whole / HOUR_S), 'hour', minutes, 'minute');
  return two(Math.floor(whole / DAY_S), 'day', Math.floor((whole % DAY_S) / HOUR_S), 'hour');
}

/** In per cent: whole ones, but 99.94 where that is not all; `digits` where more of them tell something. */
export const shareWords = (share: number | null, locale: string, digits?: number): string =>
  share === null
    ? NOTHING
    : new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: digits ?? (share > 0.99 && share < 1 ? 2 : 0),
      }).format(share);

export const numberWords = (value: number | null, locale: string, digits = 1): string =>
  value === null ? NOTHING : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

/** The main value of a figure. */
export function figureWords(figure: Figure, locale: string, width: Width = 'short'): string {
  switch (figure.kind) {
    case 'durations':
      return lengthWords(figure.median, locale, width);
    case 'duration':
      return lengthWords(figure.value, locale, width);
    case 'share':
      return shareWords(figure.value, locale);
    case 'ratio':
      return numberWords(figure.value, locale);
    case 'count':
      return numberWords(figure.value, locale);
  }
}

/** What else is known of a figure, in a line under or beside it. */
export function figureDetail(figure: Figure, locale: string): string {
  switch (figure.kind) {
    case 'durations':
      return figure.n === 0
        ? ''
        : `median; p90 ${lengthWords(figure.p90, locale)}, p95 ${lengthWords(figure.p95, locale)}, mean ${lengthWords(figure.mean, locale)}`;
    case 'share':
      return figure.n === 0 ? '' : `${numberWords(figure.part, locale)} of ${numberWords(figure.n, locale)}`;
    case 'duration':
    case 'ratio':
      return figure.n === 0 ? '' : 'mean';
    case 'count':
      return '';
  }
}

/** How many samples a figure was made of; null where it is a count itself. */
export const samplesOf = (figure: Figure): number | null => (figure.kind === 'count' ? null : figure.n);

export type Change = { words: string; good: boolean | null };

/** Against the period before: in points for shares, else in per cent. Null where either has no sample. */
export function changeOf(now: Figure, before: Figure, better: 'less' | 'more' | null, locale: string): Change | null {
  const [a, b] = [comparedValue(now), comparedValue(before)];
  if (a === null || b === null) return null;
  if (a === b) return { words: 'as before', good: null };
  const good = better === null ? null : a < b === (better === 'less');
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  const by = now.kind === 'share' ? (a - b) * 100 : b === 0 ? 1 : ((a - b) / b) * 100;
  if (Math.round(by) === 0) return { words: 'as before', good: null };
  if (now.kind === 'share') return { words: `${signed.format((a - b) * 100)} points`, good };
  if (b === 0) return { words: `from 0`, good };
  return { words: `${signed.format(((a - b) / b) * 100)} %`, good };
}

/** `1 to 30 November 2026`, in UTC as all periods are. */
export function periodWords({ from, to }: Period, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [a, b] = [dayStart(from), dayStart(to) - DAY];
  return (a === b ? format.format(a) : format.formatRange(a, b)).replace(/[\u202f\u2009]/g, '\u00a0');
}

export const dayWords = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(dayStart(day));
