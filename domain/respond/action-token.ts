import type { Origin } from '../access/actor';
import { DAY, type Instant } from '../shared/time';

/** What the holder of a token may do, once: answer a page, or say that it has arrived. */
export const TOKEN_ACTIONS = ['acknowledge', 'resolve', 'escalate', 'receipt'] as const;
export type TokenAction = (typeof TOKEN_ACTIONS)[number];

/** Ways a page can be answered without signing in. */
export const TOKEN_ORIGINS = ['push', 'email', 'sms', 'voice', 'whatsapp', 'slack'] as const;
export type TokenOrigin = (typeof TOKEN_ORIGINS)[number];

/**
 * One action on one incident by whoever a notification went to (SEMANTICS 25). The person is the notification's, so the
 * token need not name them. `incidentId` null: `notificationId` is a message that belongs to no incident.
 * `expiresAt` counts in whole seconds.
 */
export type ActionToken = {
  action: TokenAction;
  origin: TokenOrigin;
  incidentId: string | null;
  notificationId: string;
  expiresAt: Instant;
};

/** How long a token works after its notification was made (UX §3.3). */
export const ACTION_LIFE = DAY;

/** How a token's channel stands in timelines and in the audit log. */
export const ORIGIN_OF: Record<TokenOrigin, Origin> = {
  push: 'push',
  email: 'email',
  sms: 'sms',
  voice: 'voice',
  whatsapp: 'sms',
  slack: 'slack',
};

// Format 1 | action and origin 1 | expiry 4 | incident 12 | notification or message 12. Ids are 24 hex digits, so a link
// fits into a text message.
const FORMAT = 1;
export const TOKEN_BYTES = 30;
const INCIDENT = /^inc_([0-9a-f]{24})$/;
const NOTIFICATION = /^ntf_([0-9a-f]{24})$/;
const MESSAGE = /^mes_([0-9a-f]{24})$/;

/** The token as bytes that are still to be signed; null where an id has another form, so that there can be no link. */
export function encodeActionToken(token: ActionToken): Uint8Array<ArrayBuffer> | null {
  const { action, origin, incidentId, notificationId, expiresAt } = token;
  const incident = incidentId === null ? '0'.repeat(24) : INCIDENT.exec(incidentId)?.[1];
  const subject = (incidentId === null ? MESSAGE : NOTIFICATION).exec(notificationId)?.[1];
  if (!incident || !subject) return null;
  const bytes = new Uint8Array(TOKEN_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setUint8(1, TOKEN_ACTIONS.indexOf(action) * 16 + TOKEN_ORIGINS.indexOf(origin));
  view.setUint32(2, Math.floor(expiresAt / 1000));
  bytes.set(bytesOf(incident), 6);
  bytes.set(bytesOf(subject), 18);
  return bytes;
}

/** What `encodeActionToken` was given; null for anything else. Says nothing about who made it. */
export function decodeActionToken(bytes: Uint8Array): ActionToken | null {
  if (bytes.length !== TOKEN_BYTES || bytes[0] !== FORMAT) return null;
  const what = bytes[1] ?? 0;
  const action = TOKEN_ACTIONS[what >> 4];
  const origin = TOKEN_ORIGINS[what & 15];
  if (!action || !origin) return null;
  const incident = hexOf(bytes.subarray(6, 18));
  const hasIncident = /[^0]/.test(incident);
  return {
    action,
    origin,
    incidentId: hasIncident ? `inc_${incident}` : null,
    notificationId: `${hasIncident ? 'ntf' : 'mes'}_${hexOf(bytes.subarray(18))}`,
    expiresAt: new DataView(bytes.buffer, bytes.byteOffset).getUint32(2) * 1000,
  };
}

const bytesOf = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
