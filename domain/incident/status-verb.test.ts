import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES } from './incident';
import { LIFECYCLE } from './lifecycle';
import { verbFor } from './status-verb';

describe('a wanted status', () => {
  it('is reached by the verb that the lifecycle has for it', () => {
    expect(verbFor('SNOOZED', 'OPEN')).toBe('unsnooze');
    expect(verbFor('SUPPRESSED', 'OPEN')).toBe('unsuppress');
    expect(verbFor('RESOLVED', 'OPEN')).toBe('reopen');
    expect(verbFor('OPEN', 'RESOLVED')).toBe('resolve');
    expect(verbFor('ACKNOWLEDGED', 'ACKNOWLEDGED')).toBeNull();
  });

  it('is refused wherever the lifecycle refuses its verb', () => {
    const verb = verbFor('ACKNOWLEDGED', 'OPEN');
    expect(verb && LIFECYCLE[verb].ACKNOWLEDGED).toBe('refuse');
    for (const from of INCIDENT_STATUSES) {
      for (const to of INCIDENT_STATUSES) if (from !== to) expect(verbFor(from, to)).not.toBeNull();
    }
  });
});
