import { describe, expect, it } from 'vitest';
import { readUserFilter } from './filter';

const of = (query: string) => readUserFilter(new URLSearchParams(query));

describe('the filter of people', () => {
  it('takes what there is of roles and states, and nothing else', () => {
    expect(of('q=+ana+&role=RESPONDER&status=ACTIVE')).toMatchObject({ q: 'ana', role: 'RESPONDER', status: 'ACTIVE' });
    expect(of('role=KING&status=toString')).toMatchObject({ q: '', role: '', status: '' });
  });

  it('knows whether it is set', () => {
    expect(of('q=+&role=KING').active).toBe(false);
    expect(of('status=INVITED').active).toBe(true);
  });
});
