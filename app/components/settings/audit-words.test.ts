import { expect, it } from 'vitest';
import { auditSentence, fieldChanges } from './audit-words';

const entry = {
  id: 'aud_1',
  at: 0,
  actor: { kind: 'user' as const, id: 'usr_1', name: 'Ana' },
  origin: 'web',
  ip: null,
  requestId: null,
  action: 'integration.update',
  targetKind: 'integration',
  targetId: 'int_1',
  before: { id: 'int_1', name: 'Old', enabled: true, updatedAt: 1 },
  after: { id: 'int_1', name: 'New', enabled: true, updatedAt: 2 },
};

it('says what was done to what', () => {
  expect(auditSentence(entry)).toBe('changed integration “New”');
  expect(auditSentence({ ...entry, action: 'demo.load' })).toBe('loaded the demo organisation');
  expect(auditSentence({ ...entry, action: 'integration.send-up', before: null, after: null })).toBe(
    'integration.send-up integration int_1',
  );
});

it('shows what differs, and nothing of the record itself', () => {
  expect(fieldChanges(entry)).toEqual([{ field: 'name', before: 'Old', after: 'New' }]);
  expect(fieldChanges({ before: null, after: { id: 'x', steps: [1] } })).toEqual([
    { field: 'steps', before: null, after: '[1]' },
  ]);
});
