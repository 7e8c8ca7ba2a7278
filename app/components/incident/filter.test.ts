import { describe, expect, it } from 'vitest';
import { readFilter, statusesOf } from './filter';

const statuses = (search: string) => statusesOf(readFilter(new URLSearchParams(search)));

describe('the list’s address', () => {
  it('asks for everything unresolved when it says nothing, or nonsense', () => {
    const unresolved = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'ESCALATED', 'SUPPRESSED'];
    expect(statuses('')).toEqual(unresolved);
    expect(statuses('status=DROP')).toEqual(unresolved);
  });

  it('names one state, the unacknowledged ones, or all', () => {
    expect(statuses('status=RESOLVED')).toEqual(['RESOLVED']);
    expect(statuses('status=unacknowledged')).toEqual(['OPEN', 'ESCALATED']);
    expect(statuses('status=any')).toBeUndefined();
  });

  it('knows when nothing is filtered', () => {
    expect(readFilter(new URLSearchParams('q=+&cursor=abc')).active).toBe(false);
    expect(readFilter(new URLSearchParams('assignee=me')).active).toBe(true);
  });
});
