import { phoneName } from '../../domain/respond/reply-code';
import type { LocationHint } from '../../domain/service/location';
import type { Env } from '../env';
import type { InboxPort, IncidentPort, PersonPort, PhonePort, StatusPagePort } from './ports';

type Retryable = { retryable?: boolean; overloaded?: boolean };

/**
 * Calls an object, and once more on a new stub where the platform says that may help (`.retryable`); an overloaded
 * object is not asked again (RELIABILITY, platform facts).
 */
async function withRetry<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { retryable, overloaded } = error as Retryable;
    if (!retryable || overloaded) throw error;
    return call();
  }
}

// The platform's RPC types turn `unknown` in a timeline's detail into `never`; the ports say what really travels.
const retrying = <Port extends object>(stub: () => unknown): Port =>
  new Proxy({} as Port, {
    get: (_target, name) =>
      // `then` must stay undefined: a port is returned from async functions and is no promise.
      name === 'then'
        ? undefined
        : (...rest: unknown[]) =>
            withRetry(() => (stub() as Record<string | symbol, CallableFunction>)[name]?.(...rest)),
  });

/** Heard by the platform only by the call that makes the object; later ones find it where it is. */
const near = (hint: LocationHint | null | undefined): DurableObjectNamespaceGetDurableObjectOptions =>
  hint ? { locationHint: hint } : {};

/** The object of an incident, by its id; whoever may be the first to call it says where it is to be made. */
export const incidentPort = (env: Env, incidentId: string, hint?: LocationHint | null): IncidentPort =>
  retrying(() => env.INCIDENT.get(env.INCIDENT.idFromName(incidentId), near(hint)));

/** A socket of the incident's object: it says whenever the incident has changed. No call of a port can carry one. */
export const incidentSocket = (env: Env, incidentId: string): Promise<Response> =>
  env.INCIDENT.get(env.INCIDENT.idFromName(incidentId)).fetch('https://incident/live', {
    headers: { upgrade: 'websocket' },
  });

/** The inbox of an integration (first part of its key), or `service:svc_…` for incidents declared by hand. */
export const inboxPort = (env: Env, inbox: string, hint?: LocationHint | null): InboxPort =>
  retrying(() => env.INBOX.get(env.INBOX.idFromName(inbox), near(hint)));

/** What a person has received across incidents. */
export const personPort = (env: Env, userId: string): PersonPort =>
  retrying(() => env.PERSON.get(env.PERSON.idFromName(userId)));

/** Which pages a phone number can answer; WhatsApp's are apart from its text messages. */
export const phonePort = (env: Env, channel: 'sms' | 'whatsapp', number: string): PhonePort =>
  retrying(() => env.PHONE.get(env.PHONE.idFromName(phoneName(channel, number))));

/** What was last made of a status page at one of its addresses. */
export const statusPagePort = (env: Env, address: string): StatusPagePort =>
  retrying(() => env.STATUS_PAGE.get(env.STATUS_PAGE.idFromName(address)));
