import { VIEWS, type View } from './view-range';
import { schedulePath } from './words';

/** What the address of a timeline says: how much, around when, and on whose clock. */
export type Address = { view: View; date: string; mine: boolean };

/** An unknown view is a week; without a date it is today. */
export function readAddress(params: URLSearchParams): Address {
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'week';
  return { view, date: params.get('date') ?? '', mine: params.get('time') === 'mine' };
}

/** The same page with something else shown; what is usual is left out. */
export function addressOf(id: string, { view, date, mine }: Address): string {
  const params = new URLSearchParams();
  if (view !== 'week') params.set('view', view);
  if (date) params.set('date', date);
  if (mine) params.set('time', 'mine');
  return `${schedulePath(id)}${params.size > 0 ? `?${params}` : ''}`;
}

/** The first day of the week where a language is spoken; Monday where only the language is known. */
export function firstDayOf(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } } =
    new Intl.Locale(locale);
  if (!known.region) return 1;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}
