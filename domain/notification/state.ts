/**
 * States of a notification (the intent) as people see them (FEATURES §4).
 * PENDING waits for a sender, SENDING is claimed by one, SENT was taken by the provider.
 */
export const NOTIFICATION_STATES = [
  'PENDING',
  'SENDING',
  'SENT',
  'DELIVERED',
  'READ',
  'FAILED_TEMPORARILY',
  'FAILED',
  'CANCELLED',
  'BUNDLED',
] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];

/** States of one delivery (one attempt at a provider). */
export const DELIVERY_STATES = ['SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED_TEMPORARILY', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notification in one of these needs no sender any more. */
export const SETTLED_STATES: readonly NotificationState[] = [
  'SENT',
  'DELIVERED',
  'READ',
  'FAILED',
  'CANCELLED',
  'BUNDLED',
];
export const isSettled = (state: NotificationState): boolean => SETTLED_STATES.includes(state);
