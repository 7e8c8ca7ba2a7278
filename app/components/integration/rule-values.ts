import { textOf } from '~/lib/form';
import type { Integration } from '~/lib/integrations';

export type Rule = Integration['routingRules'][number];
type Condition = Rule['conditions'][number];
type Window = Extract<Condition, { op: 'within' }>;

/** A rule as its form holds it, by field; condition n is `field n`, `op n`, `value n`, `not n`. */
export type RuleValues = Record<string, string>;

const SPARE_ROWS = 2;
const LEAST_ROWS = 3;
const MOST_ROWS = 20;

export const OP_WORDS: readonly [string, string][] = [
  ['equals', 'is'],
  ['contains', 'contains'],
  ['matches', 'matches the pattern'],
  ['exists', 'is there'],
];

export const DAY_WORDS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const isWindow = (condition: Condition): condition is Window => condition.op === 'within';

/** The form has room for one window of time; a rule with more was made by the API and is changed there. */
export const fitsForm = ({ conditions }: Rule): boolean => conditions.filter(isWindow).length <= 1;

const ticks = (entries: [string, boolean | undefined][]): RuleValues =>
  Object.fromEntries(entries.filter(([, on]) => on).map(([name]) => [name, 'on']));

export function valuesOfRule({ conditions, ...rule }: Rule): RuleValues {
  const rows = conditions.filter((one): one is Exclude<Condition, Window> => !isWindow(one));
  const window = conditions.find(isWindow);
  return {
    name: rule.name,
    match: rule.match,
    outcome: rule.outcome,
    serviceId: rule.serviceId ?? '',
    urgency: rule.urgency ?? '',
    title: rule.title ?? '',
    ...Object.fromEntries(
      rows.flatMap((row, i) => [
        [`field ${i}`, row.field],
        [`op ${i}`, row.op],
        [`value ${i}`, 'value' in row ? row.value : ''],
      ]),
    ),
    ...ticks(rows.map((row, i) => [`not ${i}`, row.not])),
    ...(window ? { zone: window.zone, from: window.from, to: window.to } : {}),
    ...ticks([['outside', window?.not], ...(window?.days ?? []).map((day): [string, boolean] => [`day ${day}`, true])]),
  };
}

const NAME_LIMIT = 100;

/** A rule that makes one alert wake nobody, to be looked over before it is saved. */
export const valuesForKey = (dedupKey: string, title: string): RuleValues => ({
  name: `Quieter: ${title}`.slice(0, NAME_LIMIT).trim(),
  'field 0': 'dedupKey',
  'op 0': 'equals',
  'value 0': dedupKey,
  urgency: 'LOW',
});

/** How many rows of conditions a form with these values shows. */
export function rowsOf(values: RuleValues): number {
  const used = Array.from({ length: MOST_ROWS }, (_, i) => i).filter((i) => values[`field ${i}`]).length;
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, used + SPARE_ROWS));
}

const notOf = (form: FormData, name: string) => (textOf(form, name) ? { not: true } : {});

/** What was typed, as the operation's schema takes it; a row without a field is no condition. */
export function ruleOf(form: FormData) {
  const rows = Array.from({ length: MOST_ROWS }, (_, i) => i).filter((i) => textOf(form, `field ${i}`) !== '');
  const conditions = rows.map((i) => {
    const op = textOf(form, `op ${i}`);
    const value = op === 'exists' ? {} : { value: textOf(form, `value ${i}`) };
    return { op, field: textOf(form, `field ${i}`), ...value, ...notOf(form, `not ${i}`) };
  });
  const [from, to] = [textOf(form, 'from'), textOf(form, 'to')];
  const days = DAY_WORDS.map((_, i) => i + 1).filter((day) => textOf(form, `day ${day}`) !== '');
  const window = { op: 'within', zone: textOf(form, 'zone') || 'UTC', from, to, ...notOf(form, 'outside') };
  const within = from || to ? [{ ...window, ...(days.length > 0 ? { days } : {}) }] : [];
  return {
    name: textOf(form, 'name'),
    match: textOf(form, 'match') || 'all',
    conditions: [...conditions, ...within],
    outcome: textOf(form, 'outcome') || 'page',
    serviceId: textOf(form, 'serviceId') || null,
    urgency: textOf(form, 'urgency') || null,
    title: textOf(form, 'title') || null,
  };
}

/** The field of the form that a path of the schema belongs to. */
export function fieldOfPath(path: string, rule: { conditions: readonly { op: string }[] }): string {
  const [, place = '', part = ''] = /^conditions\/(\d+)\/?(\w*)/.exec(path) ?? [];
  if (place === '') return path;
  return rule.conditions[Number(place)]?.op === 'within' ? part || 'from' : `${part || 'value'} ${place}`;
}
