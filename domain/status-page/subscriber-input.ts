import * as z from 'zod';
import { idField, linkField } from '../shared/input';
import { PAGE_LANGUAGES } from './page';
import { SUBSCRIBER_CHANNELS } from './subscriber';

export const emailField = z.email('Must be an e-mail address').trim().toLowerCase().max(320);

/** What a visitor asks for. */
export const subscribeInput = z.object({
  email: emailField,
  componentIds: z.array(idField).max(100).default([]),
  language: z.enum(PAGE_LANGUAGES).optional(),
});
export type SubscribeInput = z.output<typeof subscribeInput>;

/** Somebody entered by those who write the page, who vouch for their consent: no mail asks again. */
export const addSubscriberInput = z
  .object({
    channel: z.enum(SUBSCRIBER_CHANNELS).default('email'),
    address: z.string().trim().min(1).max(2000),
    componentIds: z.array(idField).max(100).default([]),
    language: z.enum(PAGE_LANGUAGES).optional(),
  })
  .superRefine(({ channel, address }, ctx) => {
    const field = channel === 'email' ? emailField : linkField;
    const problem = field.safeParse(address).error?.issues[0]?.message;
    if (problem) ctx.addIssue({ code: 'custom', path: ['address'], message: problem });
  });
export type AddSubscriberInput = z.output<typeof addSubscriberInput>;

export const subscriberPath = z.object({ id: idField, subscriberId: idField });
