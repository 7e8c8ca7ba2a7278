import * as z from 'zod';
import { err, ok, type Result } from '../../../domain/shared/result';
import { readWebhookTarget } from '../../../domain/webhook/target';

const stored = z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) });

/** A PushSubscription whose endpoint we may post to. */
export type Subscription = { endpoint: URL; keys: { p256dh: string; auth: string } };

/** Reads a stored subscription under the rules for outgoing requests (RELIABILITY B6). Errors hold no key and no address. */
export function readSubscription(text: string, allowLoopback: boolean): Result<Subscription, string> {
  const parsed = stored.safeParse(jsonOf(text));
  if (!parsed.success) return err('the subscription cannot be read');
  const target = readWebhookTarget(parsed.data.endpoint, allowLoopback);
  return target.ok
    ? ok({ endpoint: target.value, keys: parsed.data.keys })
    : err(`the address of the push service ${target.error}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
