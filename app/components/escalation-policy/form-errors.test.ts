import { describe, expect, it } from 'vitest';
import { fieldOfPath, messageFor, placeOf } from './form-errors';

describe('what a policy’s form is told', () => {
  it.each([
    ['name', 'name'],
    ['repeat', 'repeat'],
    ['repeatAfterSeconds', 'repeatAfter'],
    ['steps', 'steps'],
    ['steps/0/delaySeconds', 'step-0-delay'],
    ['steps/3/targets/1/id', 'step-3-target-1'],
    ['steps/2/channels/0', 'step-2-channels'],
    ['lastResort/2/id', 'last-2'],
  ])('%s belongs to the field %s', (path, field) => {
    expect(fieldOfPath(path)).toBe(field);
  });

  it('tells errors from top to bottom', () => {
    const told = ['last-0', 'repeat', 'step-1-delay', 'name'].sort((a, b) => placeOf(a) - placeOf(b));
    expect(told).toEqual(['name', 'step-1-delay', 'repeat', 'last-0']);
  });

  it('counts steps from one in words', () => {
    expect(messageFor('steps/0/delaySeconds')).toMatch(/^Step 1:/);
    expect(messageFor('steps/4/targets/0/id')).toMatch(/^Step 5 names/);
  });
});
