import { describe, expect, it } from 'vitest';
import { fieldTextOf, instantOf } from './moment-field';

const berlin = { timeZone: 'Europe/Berlin' };

describe('a moment in a field', () => {
  it('is told and read on the viewer’s clock', () => {
    const at = Date.parse('2026-11-23T02:00:00Z');
    expect(fieldTextOf(at, berlin)).toBe('2026-11-23T03:00');
    expect(instantOf('2026-11-23T03:00', berlin)).toBe(at);
    expect(instantOf('2026-11-23T03:00:00', berlin)).toBe(at);
  });

  it.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-23'])('is not made of "%s"', (text) => {
    expect(instantOf(text, berlin)).toBeNull();
  });

  it('moves on where the clock jumps', () => {
    expect(new Date(instantOf('2026-03-29T02:30', berlin) ?? 0).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});
