import { expect, it } from 'vitest';
import {
  type ActionToken,
  decodeActionToken,
  encodeActionToken,
  TOKEN_ACTIONS,
  TOKEN_BYTES,
  TOKEN_ORIGINS,
} from './action-token';

const token = (more: Partial<ActionToken> = {}): ActionToken => ({
  action: 'acknowledge',
  origin: 'email',
  incidentId: `inc_${'0a'.repeat(12)}`,
  notificationId: `ntf_${'f1'.repeat(12)}`,
  expiresAt: Date.UTC(2026, 10, 24, 3, 0, 0),
  ...more,
});

it.each(TOKEN_ACTIONS.flatMap((action) => TOKEN_ORIGINS.map((origin) => [action, origin] as const)))(
  'an action token for %s by %s says what it was made of',
  (action, origin) => {
    const bytes = encodeActionToken(token({ action, origin }));
    expect(bytes).toHaveLength(TOKEN_BYTES);
    expect(decodeActionToken(bytes ?? new Uint8Array())).toEqual(token({ action, origin }));
  },
);

it('is about a message where there is no incident', () => {
  const about = token({ incidentId: null, notificationId: `mes_${'01'.repeat(12)}` });
  expect(decodeActionToken(encodeActionToken(about) ?? new Uint8Array())).toEqual(about);
});

it.each([
  ['another form of incident', { incidentId: 'inc_1' }],
  ['another form of notification', { notificationId: 'ntf_1' }],
  ['a message of an incident', { notificationId: `mes_${'01'.repeat(12)}` }],
])('cannot be about %s', (_, more) => {
  expect(encodeActionToken(token(more))).toBeNull();
});

it('is not read from what has another length, format, action or origin', () => {
  const bytes = encodeActionToken(token()) ?? new Uint8Array();
  expect(decodeActionToken(bytes.subarray(1))).toBeNull();
  expect(decodeActionToken(bytes.with(0, 9))).toBeNull();
  expect(decodeActionToken(bytes.with(1, 0xf0))).toBeNull();
  expect(decodeActionToken(bytes.with(1, 0x0f))).toBeNull();
});
