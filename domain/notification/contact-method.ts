import * as z from 'zod';
import { URGENCIES } from '../incident/incident';
import { idField } from '../shared/input';
import { emailField } from '../user/input';
import { CHANNELS, type Channel } from './channels';

/** E.164: a plus sign and up to 15 digits. Spaces, dots, dashes and brackets that people write are taken out. */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'Must be a number with its country code, such as +4930123456'));

const slackMember = z
  .string()
  .trim()
  .regex(/^[UW][A-Z0-9]{4,20}$/, 'Must be a Slack member id such as U024BE7LH');

const base64url = z.string().regex(/^[A-Za-z0-9_-]{16,200}={0,2}$/);

/** Only https names: a push service never lives at a bare address (RELIABILITY B6). */
const pushEndpoint = z
  .url({ protocol: /^https$/, hostname: /^(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i })
  .max(1000)
  .refine((url) => !url.slice('https://'.length).split('/')[0]?.includes('@'));

/** A push service on this machine, which only tests have (INTERFACES, ALLOW_LOOPBACK_WEBHOOKS). */
const loopbackEndpoint = z
  .url({ protocol: /^https?$/, hostname: /^(127\.\d+\.\d+\.\d+|localhost)$/ })
  .max(1000)
  .refine((url) => !url.split('/')[2]?.includes('@'));

const subscriptionTo = (endpoint: z.ZodType<string, string>) =>
  z.object({ endpoint, keys: z.object({ p256dh: base64url, auth: base64url }) });

const pushTo = (endpoint: z.ZodType<string, string>) => {
  const subscription = subscriptionTo(endpoint);
  return z.string().transform((text, ctx) => {
    const parsed = subscription.safeParse(readJson(text));
    if (parsed.success) return JSON.stringify(parsed.data);
    ctx.addIssue({ code: 'custom', message: 'Must be the JSON of a PushSubscription' });
    return z.NEVER;
  });
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const VALUES: Record<Channel, z.ZodType<string, string>> = {
  email: emailField,
  sms: phone,
  voice: phone,
  whatsapp: phone,
  push: pushTo(pushEndpoint),
  slack: slackMember,
};
const LOOPBACK_PUSH = pushTo(z.union([pushEndpoint, loopbackEndpoint]));

/** The address as it is stored, or what is wrong with it. `allowLoopback`: a push service may be on this machine. */
export function readAddress(
  kind: Channel,
  value: string,
  allowLoopback = false,
): { value: string } | { problem: string } {
  const parsed = (kind === 'push' && allowLoopback ? LOOPBACK_PUSH : VALUES[kind]).safeParse(value);
  return parsed.success ? { value: parsed.data } : { problem: parsed.error.issues[0]?.message ?? 'Is not an address' };
}

const fields = {
  kind: z.enum(CHANNELS),
  value: z.string().min(1).max(2000),
  /** Only people who may administer people set it; from others it is not taken. */
  verified: z.boolean(),
  enabled: z.boolean(),
};

export const createContactMethodInput = z.object({
  ...fields,
  userId: idField,
  verified: fields.verified.optional(),
  enabled: fields.enabled.default(true),
});
export const updateContactMethodInput = z.object(fields).partial();

const DAY_MINUTES = 24 * 60;
const ruleFields = {
  urgency: z.enum(URGENCIES),
  contactMethodId: idField,
  delayMinutes: z.int().min(0).max(DAY_MINUTES),
};

/** "Use this method, so many minutes after my page starts, for this urgency." */
export const createRuleInput = z.object({
  ...ruleFields,
  userId: idField,
  delayMinutes: ruleFields.delayMinutes.default(0),
});
export const updateRuleInput = z.object(ruleFields).partial();

export type CreateContactMethodInput = z.output<typeof createContactMethodInput>;
export type UpdateContactMethodInput = z.output<typeof updateContactMethodInput>;
export type CreateRuleInput = z.output<typeof createRuleInput>;
export type UpdateRuleInput = z.output<typeof updateRuleInput>;
