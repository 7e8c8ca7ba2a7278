import { type RandomBytes, randomText } from '../shared/ids';

const INBOX_LENGTH = 10;
const SECRET_LENGTH = 22;

/** A key in its two parts: the inbox's name, which is no secret, and 113 random bits. */
export type IntegrationKey = { inbox: string; secret: string };

/** A new secret for an inbox that is there already, or for a new one. */
export const newIntegrationKey = (
  random: RandomBytes,
  inbox: string = randomText(INBOX_LENGTH, random),
): IntegrationKey => ({ inbox, secret: randomText(SECRET_LENGTH, random) });

/** The key as a monitoring tool sends it: 32 characters of [a-z0-9]. */
export const joinIntegrationKey = ({ inbox, secret }: IntegrationKey): string => inbox + secret;

/** Null for anything that cannot be a key, so that nobody has to look it up. */
export function splitIntegrationKey(key: string): IntegrationKey | null {
  if (!/^[a-z0-9]{32}$/.test(key)) return null;
  return { inbox: key.slice(0, INBOX_LENGTH), secret: key.slice(INBOX_LENGTH) };
}

/** The inbox of incidents that people declare by hand for a service. It has no key, so nothing comes in from outside. */
export const serviceInbox = (serviceId: string): string => `service:${serviceId}`;

/** The service whose own inbox this is; null for the inbox of an integration. */
export const serviceOfInbox = (inbox: string): string | null =>
  inbox.startsWith('service:') ? inbox.slice('service:'.length) : null;

/** Where a job reports that it is well. */
export const heartbeatUrl = (appUrl: string, key: string): string => `${appUrl}/api/heartbeats/${key}`;

/** Where a tool posts its alerts. */
export const integrationUrl = (appUrl: string, type: string, key: string): string =>
  `${appUrl}/api/integrations/${type}/${key}`;
