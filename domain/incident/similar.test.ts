import { describe, expect, it } from 'vitest';
import { likeness, mostAlike } from './similar';

describe('similar incidents', () => {
  it('share the words that tell, whatever the numbers and the fill words', () => {
    expect(likeness('Disk full on db-1', 'The disk is full on db-1')).toBe(1);
    expect(likeness('Error rate above 5 %', 'Error rate above 12 %')).toBe(1);
    expect(likeness('Disk full', 'Certificate expires')).toBe(0);
    expect(likeness('404', '500')).toBe(0);
  });

  it('come the most alike first, and none that is not', () => {
    const among = ['Queue lags', 'Disk full on db-2', 'Disk full on db-1'].map((title) => ({ title }));
    expect(mostAlike('disk full on db-1', among, 5).map(({ title }) => title)).toEqual([
      'Disk full on db-1',
      'Disk full on db-2',
    ]);
  });
});
