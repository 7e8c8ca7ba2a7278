import * as z from 'zod';
import { line } from '../render/plain';
import { type AddressedReceipt, type ReceiptNews, readTarget } from './receipt';

const text = z.string().optional().catch(undefined);

/** Tags come as an object; older events have them as a list of names and values. */
const tags = z
  .union([
    z.record(z.string(), z.string()),
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
  ])
  .catch({});

/** One event of Resend, as far as we read it. */
export const resendEvent = z.object({
  type: z.string(),
  data: z.object({
    email_id: text,
    tags,
    bounce: z.object({ message: text, type: text, subType: text }).optional().catch(undefined),
    failed: z.object({ reason: text }).optional().catch(undefined),
    suppressed: z.object({ message: text }).optional().catch(undefined),
  }),
});
export type ResendEvent = z.output<typeof resendEvent>;

function newsOf({ type, data }: ResendEvent): ReceiptNews | null {
  switch (type) {
    case 'email.delivered':
      return { state: 'DELIVERED' };
    case 'email.opened':
    case 'email.clicked':
      return { state: 'READ' };
    case 'email.bounced': {
      const isPassing = /transient|temporary|soft/i.test(`${data.bounce?.type}`);
      const words = line(data.bounce?.message ?? '', 160) || 'the mailbox did not take it';
      return { state: 'FAILED', cause: isPassing ? 'message' : 'recipient', reason: `resend bounce: ${words}` };
    }
    case 'email.suppressed': {
      const words = line(data.suppressed?.message ?? '', 160) || 'this address bounced or complained before';
      return { state: 'FAILED', cause: 'recipient', reason: `resend suppressed: ${words}` };
    }
    case 'email.failed': {
      const words = line(data.failed?.reason ?? '', 160) || 'no reason given';
      return { state: 'FAILED', cause: 'message', reason: `resend: ${words}` };
    }
    default:
      return null;
  }
}

/**
 * The receipt in an event; null for one that is not ours or tells nothing new. Resend absorbs repeats under one id, so its
 * events know no attempt: the latest is meant.
 */
export function readResendEvent(event: ResendEvent): AddressedReceipt | null {
  const target = readTarget(event.data.tags.notification, event.data.tags.incident);
  const news = newsOf(event);
  if (!target || !news) return null;
  return { target, receipt: { provider: 'resend', providerId: event.data.email_id ?? null, attempt: null, ...news } };
}
