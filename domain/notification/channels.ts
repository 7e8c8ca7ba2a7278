import type { Urgency } from '../incident/incident';

/** How a person is reached; also the kinds of contact method. */
export const CHANNELS = ['email', 'sms', 'voice', 'whatsapp', 'push', 'slack'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One queue each; WhatsApp shares that of SMS because both go to Twilio. */
export const QUEUES = ['email', 'sms', 'voice', 'push', 'slack', 'webhook', 'bulk'] as const;
export type QueueName = (typeof QUEUES)[number];

export const QUEUE_OF: Record<Channel, QueueName> = {
  email: 'email',
  sms: 'sms',
  voice: 'voice',
  whatsapp: 'sms',
  push: 'push',
  slack: 'slack',
};

/**
 * What goes out where a person has set no rules of their own (mission, "Notification Priority"; voice joins HIGH
 * once it is set up, FEATURES §4). LOW never calls.
 */
export const DEFAULT_CHANNELS: Record<Urgency, readonly Channel[]> = {
  HIGH: ['push', 'sms', 'email', 'slack', 'voice'],
  MEDIUM: ['email', 'push', 'slack'],
  LOW: ['email', 'slack'],
};

/** Providers that never report a delivery: "taken" is the last that is ever heard of them (PROVIDERS §4). */
const SILENT_AFTERWARDS: readonly string[] = ['smtp', 'sns', 'slack', 'web-push'];

export const isLastWord = (provider: string | null): boolean => SILENT_AFTERWARDS.includes(provider ?? '');
