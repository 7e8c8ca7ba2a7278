import { describe, expect, it } from 'vitest';
import { joinIntegrationKey, newIntegrationKey, serviceInbox, serviceOfInbox, splitIntegrationKey } from './key';

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 37) % 252);

describe('integration keys', () => {
  it('are 32 characters that name the inbox and hold a secret of 22', () => {
    const parts = newIntegrationKey(counting);
    const key = joinIntegrationKey(parts);
    expect(key).toMatch(/^[a-z0-9]{32}$/);
    expect(splitIntegrationKey(key)).toEqual(parts);
    expect(parts.secret).toHaveLength(22);
  });

  it('keep the inbox when only the secret is new', () => {
    expect(newIntegrationKey(counting, 'abcdefghij').inbox).toBe('abcdefghij');
  });

  it.each(['', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32), `${'a'.repeat(31)}-`, `${'a'.repeat(32)}\n`])(
    'cannot be %j',
    (key) => expect(splitIntegrationKey(key)).toBeNull(),
  );

  it('never name the inbox of a service', () => {
    expect(serviceOfInbox(serviceInbox('svc_1'))).toBe('svc_1');
    expect(serviceOfInbox('abcdefghij')).toBeNull();
  });
});
