import { type Instant, toIso } from '../../../domain/shared/time';

export const schedulePath = (id: string): string => `/schedules/${encodeURIComponent(id)}`;
export const MAY_NOT_WRITE = 'Your role may look at schedules, not change them. Ask an administrator.';
export const MAY_NOT_OVERRIDE = 'Your role may look at schedules, not take or give away shifts. Ask an administrator.';

/** An override as its form is filled in before it is opened. */
export type OverrideStart = { start: Instant; end: Instant; replaces?: string | undefined; time?: string | undefined };

/** The address of the form that puts somebody on call for a while. */
export function newOverridePath(id: string, { start, end, replaces, time }: OverrideStart): string {
  const params = new URLSearchParams({ start: toIso(start), end: toIso(end) });
  if (replaces) params.set('replaces', replaces);
  if (time) params.set('time', time);
  return `${schedulePath(id)}/overrides/new?${params}`;
}

export const overridePath = (id: string, overrideId: string): string =>
  `${schedulePath(id)}/overrides/${encodeURIComponent(overrideId)}`;

/** What a saved form says has changed. */
export const CHANGED_WORDS = { name: 'name', timezone: 'time zone', layers: 'layers' };
export const CHANGEABLE = Object.keys(CHANGED_WORDS) as (keyof typeof CHANGED_WORDS)[];
