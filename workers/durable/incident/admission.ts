import type { Admission } from '../../../domain/notification/admission';
import { budgetOf } from '../../../domain/notification/budget';
import { BUNDLED_CHANNELS } from '../../../domain/notification/bundle';
import type { Notification } from '../../../domain/notification/notification';
import { isSettled } from '../../../domain/notification/state';
import type { Instant } from '../../../domain/shared/time';
import { within } from '../../access/within';
import type { Env } from '../../env';
import { personPort } from '../stubs';

/** A person's object that does not answer in this time holds nothing back (SEMANTICS 26). */
const PATIENCE_MS = 500;

const mayBeClaimed = ({ state, claim }: Notification, now: Instant): boolean =>
  !isSettled(state) && (claim === null || claim.until <= now);

/**
 * A page of its own can be bundled, by mail only with those of the same request; the news that it is over cannot, nor a
 * bundle that is tried again.
 */
const mayBeBundled = ({ channel, intent, content, request }: Notification): boolean =>
  intent === 'page' && (request !== undefined || BUNDLED_CHANNELS.includes(channel)) && !content.bundle;

/** What the receiver's object says of a page that is to be claimed now; undefined: it need not be asked, or did not answer in time. */
export async function admissionOf(env: Env, notification: Notification, now: Instant): Promise<Admission | undefined> {
  const { id: notificationId, channel, to: number, userId, content } = notification;
  const canBundle = mayBeBundled(notification);
  if ((!canBundle && !budgetOf(channel)) || !mayBeClaimed(notification, now)) return undefined;
  const { id: incidentId, title, serviceName } = content.incident;
  const page = canBundle ? { incidentId, title, serviceName, request: notification.request ?? null } : null;
  const asked = await within(PATIENCE_MS, () =>
    personPort(env, userId).admit({ channel, number, notificationId, page }),
  );
  if (!asked.answered) console.warn(`the object of ${userId} did not answer: the page goes out`);
  return asked.answered ? asked.value : undefined;
}
