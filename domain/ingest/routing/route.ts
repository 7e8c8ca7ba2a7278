import { type Instant, MINUTE } from '../../shared/time';
import { zoneClock } from '../../shared/zone';
import type { AlertEvent } from '../adapter';
import { textOf } from '../fields';
import { valueAtPath } from '../path';
import { oneLine, TITLE_LIMIT } from '../text';
import { compilePattern, type Pattern } from './pattern';
import type { Condition, RouteOutcome, RoutingRule } from './rule';

/** Where an alert goes, with the reason that the trace shows. `serviceId` null: the integration's own service. */
export type Route = { outcome: RouteOutcome; serviceId: string | null; event: AlertEvent; reason: string };

const DAY_MINUTES = 24 * 60;

/**
 * The first rule whose conditions hold decides; none: the alert goes on as it is. Only triggers are routed, as what ends
 * or acknowledges an alert has to reach the incident that it opened. `payload`: the body as a value, asked for only
 * when a rule names it.
 */
export function routeAlert(
  rules: readonly RoutingRule[],
  event: AlertEvent,
  now: Instant,
  payload: () => unknown,
): Route {
  if (event.action !== 'trigger')
    return { outcome: 'page', serviceId: null, event, reason: 'only triggers are routed' };
  const read = (name: string): string | null => readField(event, name, payload);
  for (const rule of rules) {
    const why = reasonOf(rule, read, now);
    if (why === null) continue;
    const title = rule.title === null ? null : oneLine(fill(rule.title, read), TITLE_LIMIT);
    const routed = { ...event, urgency: rule.urgency ?? event.urgency, title: title || event.title };
    return { outcome: rule.outcome, serviceId: rule.serviceId, event: routed, reason: `rule “${rule.name}”: ${why}` };
  }
  return { outcome: 'page', serviceId: null, event, reason: rules.length === 0 ? 'no rules' : 'no rule holds' };
}

/** Why a rule holds; null: it does not. */
function reasonOf(rule: RoutingRule, read: (name: string) => string | null, now: Instant): string | null {
  const { conditions, match } = rule;
  if (conditions.length === 0) return 'holds for every alert';
  const holding = conditions.filter((condition) => holds(condition, read, now) !== (condition.not === true));
  const enough = match === 'all' ? holding.length === conditions.length : holding.length > 0;
  return enough ? holding.map(describe).join(match === 'all' ? ' and ' : ', ') : null;
}

function holds(condition: Condition, read: (name: string) => string | null, now: Instant): boolean {
  if (condition.op === 'within') return isWithin(condition, now);
  const text = read(condition.field);
  switch (condition.op) {
    case 'exists':
      return text !== null;
    case 'equals':
      return (text ?? '').toLowerCase() === condition.value.toLowerCase();
    case 'contains':
      return text?.toLowerCase().includes(condition.value.toLowerCase()) ?? false;
    case 'matches':
      return text !== null && (patternOf(condition.value)?.matches(text) ?? false);
  }
}

/** By the wall clock of the zone; a window over midnight belongs to the day on which it begins. */
function isWithin({ zone, days, from, to }: Extract<Condition, { op: 'within' }>, now: Instant): boolean {
  const wall = Math.floor(zoneClock(zone).toWall(now) / MINUTE);
  const minute = wall % DAY_MINUTES;
  // 1 January 1970 was a Thursday: day 4.
  const day = ((Math.floor(wall / DAY_MINUTES) + 3) % 7) + 1;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const isDay = (one: number) => days === undefined || days.includes(one);
  if (start < end) return minute >= start && minute < end && isDay(day);
  if (minute >= start) return isDay(day);
  return minute < end && isDay(day === 1 ? 7 : day - 1);
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function describe(condition: Condition): string {
  const not = condition.not ? 'not ' : '';
  switch (condition.op) {
    case 'exists':
      return `${condition.field} ${not}there`;
    case 'within':
      return `${not}within ${condition.from}–${condition.to} ${condition.zone}`;
    case 'equals':
    case 'contains':
    case 'matches':
      return `${condition.field} ${not}${condition.op} “${condition.value}”`;
  }
}

function readField(event: AlertEvent, name: string, payload: () => unknown): string | null {
  if (name.startsWith('labels.')) {
    const label = name.slice('labels.'.length);
    return Object.hasOwn(event.labels, label) ? (event.labels[label] ?? null) : null;
  }
  if (name.startsWith('payload.')) return textOf(valueAtPath(payload(), name.slice('payload.'.length)));
  return textOf((event as unknown as Record<string, unknown>)[name]);
}

const fill = (template: string, read: (name: string) => string | null): string =>
  template.replace(/\{\{\s*([^{}]{1,300}?)\s*\}\}/g, (_whole, name: string) => read(name) ?? '');

const patterns = new Map<string, Pattern | null>();

function patternOf(source: string): Pattern | null {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const made = compilePattern(source);
  if (patterns.size >= 500) patterns.clear();
  patterns.set(source, made);
  return made;
}
