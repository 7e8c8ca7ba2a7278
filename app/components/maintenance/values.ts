import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import { WEEKDAY_WORDS } from '~/components/schedule/draft-words';
import { textOf } from '~/lib/form';
import type { MaintenanceWindow } from '../../../domain/maintenance/window';
import { isTimeZone, toIso } from '../../../domain/shared/time';

/** A window as its form holds it, by field; a service is `service {id}`, a day `day {weekday}`. */
export type WindowValues = Record<string, string>;

type Stored = Pick<MaintenanceWindow, 'name' | 'reason' | 'serviceIds' | 'labels' | 'timezone' | 'startAt' | 'endAt'> &
  Pick<MaintenanceWindow, 'repeat'>;

const ticks = (prefix: string, names: readonly string[]): WindowValues =>
  Object.fromEntries(names.map((name) => [`${prefix} ${name}`, 'on']));

export function valuesOf({ timezone, repeat, ...window }: Stored): WindowValues {
  const zone = { timeZone: timezone };
  return {
    name: window.name,
    reason: window.reason ?? '',
    labels: Object.entries(window.labels)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    timezone,
    startAt: fieldTextOf(window.startAt, zone),
    endAt: fieldTextOf(window.endAt, zone),
    until: repeat?.until ? fieldTextOf(repeat.until, zone) : '',
    ...ticks('service', window.serviceIds),
    ...ticks('day', repeat?.days ?? []),
  };
}

/** `name=value` a line; a line without a sign makes a label without a value, which the schema refuses. */
function labelsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}

const ticked = (form: FormData, prefix: string): string[] =>
  [...form.keys()].filter((name) => name.startsWith(`${prefix} `)).map((name) => name.slice(prefix.length + 1));

/** What was typed, as the operation's schema takes it; times are those of the zone that was chosen. */
export function windowInputOf(form: FormData) {
  const timezone = textOf(form, 'timezone');
  const timeZone = isTimeZone(timezone) ? timezone : 'UTC';
  const isoOf = (name: string): string => {
    const at = instantOf(textOf(form, name), { timeZone });
    return at === null ? '' : toIso(at);
  };
  const days = ticked(form, 'day').filter((day) => WEEKDAY_WORDS.some(([known]) => known === day));
  return {
    name: textOf(form, 'name'),
    reason: textOf(form, 'reason') || null,
    serviceIds: ticked(form, 'service'),
    labels: labelsOf(textOf(form, 'labels')),
    timezone,
    startAt: isoOf('startAt'),
    endAt: isoOf('endAt'),
    repeat: days.length > 0 ? { days, until: textOf(form, 'until') === '' ? null : isoOf('until') } : null,
  };
}
