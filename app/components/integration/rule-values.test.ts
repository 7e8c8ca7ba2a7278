import { describe, expect, it } from 'vitest';
import { routingRuleInput } from '../../../domain/ingest/routing/rule';
import { fieldOfPath, fitsForm, rowsOf, ruleOf, valuesForKey, valuesOfRule } from './rule-values';

const rule = routingRuleInput.parse({
  name: 'Staging at night',
  match: 'any',
  conditions: [
    { op: 'equals', field: 'labels.env', value: 'staging' },
    { op: 'exists', field: 'payload.run', not: true },
    { op: 'within', zone: 'Europe/Berlin', days: [1, 5], from: '22:00', to: '06:00', not: true },
  ],
  outcome: 'suppress',
  serviceId: 'svc_a',
  urgency: 'LOW',
  title: '{{labels.env}}: {{title}}',
});
const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

describe('the form of a routing rule', () => {
  it('holds a rule and gives it back as it was', () => {
    expect(routingRuleInput.parse(ruleOf(formOf(valuesOfRule(rule))))).toEqual(rule);
  });

  it('holds one without conditions', () => {
    const plain = routingRuleInput.parse({ name: 'All' });
    expect(routingRuleInput.parse(ruleOf(formOf(valuesOfRule(plain))))).toEqual(plain);
  });

  it('begins with what quietens one alert', () => {
    const made = routingRuleInput.parse(ruleOf(formOf(valuesForKey('disk/db-2', 'Disk of db-2 is full'))));
    expect(made).toMatchObject({
      name: 'Quieter: Disk of db-2 is full',
      conditions: [{ op: 'equals', field: 'dedupKey', value: 'disk/db-2' }],
      outcome: 'page',
      urgency: 'LOW',
    });
    expect(routingRuleInput.parse(ruleOf(formOf(valuesForKey('k', 'long '.repeat(60))))).name.length).toBeLessThan(101);
  });

  it('always has room for two more conditions, and for one window of time', () => {
    expect(rowsOf({})).toBe(3);
    expect(rowsOf(valuesOfRule(rule))).toBe(4);
    expect(fitsForm(rule)).toBe(true);
    expect(fitsForm({ ...rule, conditions: [...rule.conditions, ...rule.conditions] })).toBe(false);
  });

  it('says at its own field what the schema refuses', () => {
    const given = ruleOf(formOf({ ...valuesOfRule(rule), 'field 0': 'nonsense', from: '25:00' }));
    const paths = routingRuleInput.safeParse(given).error?.issues.map(({ path }) => path.join('/')) ?? [];
    expect(paths.map((path) => fieldOfPath(path, given))).toEqual(['field 0', 'from']);
  });
});
