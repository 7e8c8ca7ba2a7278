import { describe, expect, it } from 'vitest';
import { changedFields, savedSentence } from './changed';

describe('what a saved form changed', () => {
  const before = { name: 'Payments', leadId: null as string | null, members: [{ userId: 'a' }] };

  it.each([
    [{ ...before, name: 'Checkout', members: [] }, 'name,members', 'Saved. Changed: name and members.'],
    [{ ...before, members: [{ userId: 'a' }] }, '', 'Saved. Nothing was different from before.'],
  ])('%j', (after, changed, sentence) => {
    expect(changedFields(before, after, ['name', 'leadId', 'members'])).toBe(changed);
    expect(savedSentence(changed, { name: 'name', leadId: 'lead', members: 'members' }, 'en')).toBe(sentence);
  });

  it('says nothing that somebody put into the address', () => {
    expect(savedSentence('toString,<b>,name', { name: 'name' }, 'en')).toBe('Saved. Changed: name.');
  });
});
