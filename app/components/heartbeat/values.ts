import { textOf } from '~/lib/form';
import type { Heartbeat } from '~/lib/heartbeats';

/** A heartbeat as its form holds it, by field. */
export type HeartbeatValues = Record<string, string>;

const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export const UNIT_WORDS = Object.keys(UNITS) as (keyof typeof UNITS)[];

type Stored = Pick<
  Heartbeat,
  'name' | 'serviceId' | 'periodSeconds' | 'cron' | 'timezone' | 'graceSeconds' | 'urgency'
>;

/** The largest unit in which the period is a whole number. */
function periodOf(seconds: number | null): { period: string; unit: string } {
  const minutes = (seconds ?? 0) / 60;
  const unit = UNIT_WORDS.toReversed().find((one) => minutes % UNITS[one] === 0) ?? 'minutes';
  return seconds === null ? { period: '', unit: 'minutes' } : { period: String(minutes / UNITS[unit]), unit };
}

export const valuesOf = (heartbeat: Stored): HeartbeatValues => ({
  name: heartbeat.name,
  serviceId: heartbeat.serviceId,
  times: heartbeat.cron === null ? 'period' : 'cron',
  ...periodOf(heartbeat.periodSeconds),
  cron: heartbeat.cron ?? '',
  timezone: heartbeat.timezone,
  graceMinutes: String(heartbeat.graceSeconds / 60),
  urgency: heartbeat.urgency ?? '',
});

/** What was typed, as the operation's schema takes it; of period and cron the one that was chosen. */
export function heartbeatInputOf(form: FormData) {
  const unit = UNITS[textOf(form, 'unit') as keyof typeof UNITS] ?? 1;
  const isCron = textOf(form, 'times') === 'cron';
  const period = textOf(form, 'period');
  return {
    name: textOf(form, 'name'),
    serviceId: textOf(form, 'serviceId'),
    ...(isCron || period === '' ? { periodSeconds: null } : { periodMinutes: Number(period) * unit }),
    cron: isCron ? textOf(form, 'cron') : null,
    timezone: textOf(form, 'timezone') || 'UTC',
    graceMinutes: Number(textOf(form, 'graceMinutes') || 'none'),
    urgency: textOf(form, 'urgency') || null,
  };
}
