import type { RandomBytes } from '../shared/ids';

const KEY_BYTES = 32;

/** A new signing secret of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export const newWebhookSecret = (random: RandomBytes): string =>
  `whsec_${btoa(String.fromCharCode(...random(KEY_BYTES)))}`;
