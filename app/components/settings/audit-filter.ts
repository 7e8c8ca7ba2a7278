import { DAY, type Instant } from '../../../domain/shared/time';
import { zoneClock } from '../../../domain/shared/zone';

/** What the audit log is narrowed to, as the address has it; dates are days on the reader's own clock. */
export type AuditFilter = { actor: string; kind: string; target: string; from: string; to: string; active: boolean };

export function readAuditFilter(params: URLSearchParams): AuditFilter {
  const text = (name: string): string => (params.get(name) ?? '').trim().slice(0, 64);
  const filter = {
    actor: text('actor'),
    kind: text('kind'),
    target: text('target'),
    from: text('from'),
    to: text('to'),
  };
  return { ...filter, active: Object.values(filter).some((value) => value !== '') };
}

/** When a day begins in a zone, `plus` days later; null for what is no date. */
export function dayStart(date: string, timeZone: string, plus = 0): Instant | null {
  const wall = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(wall) ? null : zoneClock(timeZone).fromWall(wall + plus * DAY);
}
