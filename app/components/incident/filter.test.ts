import { describe, expect, it } from 'vitest';
import { readFilter } from './filter.server';

const read = (search: string) => readFilter(new URLSearchParams(search), 'UTC');

describe('the list’s address', () => {
  it('asks for everything unresolved when it says nothing, or nonsense', () => {
    const unresolved = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'ESCALATED', 'SUPPRESSED'];
    expect(read('').filter.status).toEqual(unresolved);
    expect(read('status=DROP').filter.status).toEqual(unresolved);
  });

  it('names one state, the unacknowledged ones, or all', () => {
    expect(read('status=RESOLVED').filter.status).toEqual(['RESOLVED']);
    expect(read('status=unacknowledged').filter.status).toEqual(['OPEN', 'ESCALATED']);
    expect(read('status=any').filter.status).toBeUndefined();
  });

  it('keeps what makes sense beside what does not', () => {
    expect(read('urgency=HIGH&from=soon').values).toEqual({ urgency: 'HIGH' });
  });

  it('knows when nothing is filtered', () => {
    expect(read('q=+&cursor=abc&sort=-urgency').active).toBe(false);
    expect(read('assignee=me').active).toBe(true);
  });
});
