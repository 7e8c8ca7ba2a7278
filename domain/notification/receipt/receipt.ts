import type { Fault } from '../fault';

/**
 * What a provider reports of a message later on. `attempt` is null where it does not know our count: then the latest is
 * meant. Reports may repeat and come in any order.
 */
export type Receipt = { provider: string; providerId: string | null; attempt: number | null } & ReceiptNews;

export type ReceiptNews =
  | { state: 'DELIVERED' | 'READ' }
  /** `reason` is one line for a person, with the provider's name and code. */
  | { state: 'FAILED'; reason: string; cause: Fault };

/** Whose receipt it is; `incidentId` null for messages that belong to no incident. */
export type ReceiptTarget = { incidentId: string | null; notificationId: string };

/** One report as a provider's callback holds it, with the target that we gave the message on its way. */
export type AddressedReceipt = { target: ReceiptTarget; receipt: Receipt };

const INCIDENT_ID = /^inc_[0-9a-z]{8,64}$/;
const OUR_ID = /^(ntf|mes)_[0-9a-f]{24}$/;

/** Reads the ids that a callback carries; null for anything that is not of ours, so that it opens no object. */
export function readTarget(notification: unknown, incident: unknown): ReceiptTarget | null {
  if (typeof notification !== 'string' || !OUR_ID.test(notification)) return null;
  if (notification.startsWith('mes_')) return { incidentId: null, notificationId: notification };
  if (typeof incident !== 'string' || !INCIDENT_ID.test(incident)) return null;
  return { incidentId: incident, notificationId: notification };
}

/** An attempt as a query or a tag holds it: from 1; null for anything else. */
export function readAttempt(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
