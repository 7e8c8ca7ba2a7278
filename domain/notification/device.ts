import * as z from 'zod';
import { idField } from '../shared/input';

/** What a browser tells when it subscribes, and again whenever it is opened: subscriptions can change without a word. */
export const registerDeviceInput = z.object({
  /** The PushSubscription as JSON text, or as it comes from `toJSON()`. */
  subscription: z.union([
    z.string().max(2000),
    z.record(z.string(), z.unknown()).transform((one) => JSON.stringify(one)),
  ]),
  /** What its owner would call it: "Pixel 8", "Firefox on Linux". */
  name: z.string().trim().min(1).max(80),
  /** Opened from the Home Screen or as an app. */
  installed: z.boolean().default(false),
  /** The contact method that this browser had before, whose rules go on with the new subscription. */
  replaces: idField.optional(),
});
export type RegisterDeviceInput = z.output<typeof registerDeviceInput>;
