import * as z from 'zod';
import { idField, linkField } from '../shared/input';
import { pageInput } from '../shared/page';
import { searchField } from '../shared/search';
import { PAGE_LANGUAGES } from './page';
import { SUBSCRIBER_CHANNELS, SUBSCRIBER_STATES, type SubscriberChannel } from './subscriber';

export const emailField = z.email('Must be an e-mail address').trim().toLowerCase().max(320);

const wishFields = {
  channel: z.enum(SUBSCRIBER_CHANNELS).default('email'),
  address: z.string().trim().min(1).max(2000),
  componentIds: z.array(idField).max(100).default([]),
  language: z.enum(PAGE_LANGUAGES).optional(),
};

/** An address that its channel cannot have. */
function refuseAddress(
  { channel, address }: { channel: SubscriberChannel; address: string },
  ctx: z.RefinementCtx,
): void {
  const field = channel === 'email' ? emailField : linkField;
  const problem = field.safeParse(address).error?.issues[0]?.message;
  if (problem) ctx.addIssue({ code: 'custom', path: ['address'], message: problem });
}

/** What a visitor asks for. */
export const subscribeInput = z.object(wishFields).superRefine(refuseAddress);
export type SubscribeInput = z.output<typeof subscribeInput>;

/** Somebody entered by those who write the page, who vouch for their consent: nobody asks again, unless `ask` says so. */
export const addSubscriberInput = z.object({ ask: z.boolean().optional(), ...wishFields }).superRefine((given, ctx) => {
  if (given.ask && given.channel !== 'email')
    ctx.addIssue({ code: 'custom', path: ['ask'], message: 'Only an e-mail address can be asked' });
  refuseAddress(given, ctx);
});
export type AddSubscriberInput = z.output<typeof addSubscriberInput>;

/** What a subscriber hears of (no component: of everything), and in which language; takes any subset. */
export const chooseInput = z
  .object({ componentIds: z.array(idField).max(100), language: z.enum(PAGE_LANGUAGES) })
  .partial();
export type ChooseInput = z.output<typeof chooseInput>;

export const subscriberPath = z.object({ id: idField, subscriberId: idField });

/** Which subscribers a list or an export holds. */
export const subscriberFilter = z.object({
  /** Part of an address. */
  q: searchField,
  state: z.enum(SUBSCRIBER_STATES).optional(),
  channel: z.enum(SUBSCRIBER_CHANNELS).optional(),
});
export type SubscriberFilter = z.output<typeof subscriberFilter>;
export const subscriberListInput = subscriberFilter.extend(pageInput.shape);

/** 2,000 lines of addresses with everything that an export elsewhere writes beside them. */
const MOST_TEXT = 1_000_000;

/** A list of subscribers to ask, as text; `dryRun`: only says what would become of each line. */
export const importSubscribersInput = z.object({
  text: z
    .string()
    .min(1, 'Paste addresses, or choose a file')
    .max(MOST_TEXT, 'A list has a million characters at most'),
  dryRun: z.boolean().default(false),
});
export type ImportSubscribersInput = z.output<typeof importSubscribersInput>;
