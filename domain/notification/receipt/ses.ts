import * as z from 'zod';
import { line } from '../render/plain';
import { type AddressedReceipt, type ReceiptNews, readAttempt, readTarget } from './receipt';

const text = z.string().optional().catch(undefined);

/** An event that SES publishes through SNS, as far as we read it. Each tag of ours is a list of one. */
export const sesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ messageId: text, tags: z.record(z.string(), z.array(z.string())).catch({}) }),
  bounce: z
    .object({
      bounceType: text,
      bouncedRecipients: z
        .array(z.object({ diagnosticCode: text }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  reject: z.object({ reason: text }).optional().catch(undefined),
});
export type SesEvent = z.output<typeof sesEvent>;

function newsOf({ eventType, bounce, reject }: SesEvent): ReceiptNews | null {
  switch (eventType) {
    case 'Delivery':
      return { state: 'DELIVERED' };
    case 'Open':
    case 'Click':
      return { state: 'READ' };
    case 'Bounce': {
      const words = line(bounce?.bouncedRecipients?.[0]?.diagnosticCode ?? '', 160) || 'the mailbox did not take it';
      const isHard = bounce?.bounceType === 'Permanent';
      return { state: 'FAILED', cause: isHard ? 'recipient' : 'message', reason: `ses bounce: ${words}` };
    }
    case 'Reject':
    case 'Rendering Failure':
      return { state: 'FAILED', cause: 'message', reason: `ses: ${line(reject?.reason ?? eventType, 160)}` };
    default:
      return null;
  }
}

/** The receipt in an event, and the proof that the message was ours (`mac`): SNS signs anybody's topic. Null if it tells nothing new. */
export function readSesEvent(event: SesEvent): (AddressedReceipt & { mac: string }) | null {
  const tag = (name: string): string | undefined => event.mail.tags[name]?.[0];
  const target = readTarget(tag('notification'), tag('incident'));
  const news = newsOf(event);
  if (!target || !news) return null;
  const receipt = {
    provider: 'ses',
    providerId: event.mail.messageId ?? null,
    attempt: readAttempt(tag('attempt')),
    ...news,
  };
  return { target, receipt, mac: tag('mac') ?? '' };
}
