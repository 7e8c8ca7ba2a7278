import type { Webhook } from '../../../domain/webhook/webhook';

/** A webhook as people see it: never its address or secrets, which would let them post in its name. */
export type WebhookView = Omit<Webhook, 'url' | 'secret' | 'previousSecret' | 'slowUntil'>;
/** The secret is in the answer that makes it and nowhere else; null where the format is not signed. */
export type WebhookWithSecret = WebhookView & { secret: string | null };

export function viewOf({
  url: _url,
  secret: _secret,
  previousSecret: _previous,
  slowUntil: _slow,
  ...view
}: Webhook): WebhookView {
  return view;
}
