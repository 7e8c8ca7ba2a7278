import * as z from 'zod';
import { line } from '../render/plain';
import { type AddressedReceipt, type ReceiptNews, readAttempt, readTarget } from './receipt';

/** One event of SendGrid's Event Webhook, as far as we read it; our `custom_args` stand among its members. */
const event = z.object({
  event: z.string(),
  sg_event_id: z.string().optional(),
  sg_message_id: z.string().optional(),
  reason: z.string().optional(),
  response: z.string().optional(),
  type: z.string().optional(),
  notification: z.string().optional(),
  incident: z.string().optional(),
  attempt: z.string().optional(),
});

/** The batch as it is posted: a JSON array. Members that are no events are passed over. */
export const sendgridBatch = z.array(z.unknown()).max(5_000);

/** Reasons under which SendGrid drops a mail because of its address. */
const ADDRESS_REASONS = /bounced address|unsubscribed|spam reporting|invalid/i;

function newsOf({ event: kind, type, reason, response }: z.output<typeof event>): ReceiptNews | null {
  const words = line(reason ?? response ?? '', 160);
  switch (kind) {
    case 'delivered':
      return { state: 'DELIVERED' };
    case 'open':
    case 'click':
      return { state: 'READ' };
    case 'bounce':
      // A "blocked" one was refused this time and may be taken the next; a real bounce is about the mailbox.
      return {
        state: 'FAILED',
        cause: type === 'blocked' ? 'message' : 'recipient',
        reason: `sendgrid ${type === 'blocked' ? 'blocked' : 'bounce'}: ${words || 'the mailbox did not take it'}`,
      };
    case 'dropped':
      return {
        state: 'FAILED',
        cause: ADDRESS_REASONS.test(words) ? 'recipient' : 'message',
        reason: `sendgrid dropped: ${words || 'no reason given'}`,
      };
    default:
      return null;
  }
}

/** Receipts of a batch, each event once by its `sg_event_id`; what is not ours or tells nothing new is left out. */
export function readSendgridEvents(batch: readonly unknown[]): AddressedReceipt[] {
  const seen = new Set<string>();
  return batch.flatMap((entry) => {
    const parsed = event.safeParse(entry);
    if (!parsed.success) return [];
    const { sg_event_id: id, sg_message_id: messageId, notification, incident, attempt } = parsed.data;
    if (id !== undefined && seen.has(id)) return [];
    if (id !== undefined) seen.add(id);
    const target = readTarget(notification, incident);
    const news = newsOf(parsed.data);
    if (!target || !news) return [];
    const providerId = messageId?.split('.')[0] ?? null;
    return [{ target, receipt: { provider: 'sendgrid', providerId, attempt: readAttempt(attempt), ...news } }];
  });
}
