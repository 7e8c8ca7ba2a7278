import * as z from 'zod';

// What Slack sends, as far as we read it. Everything else is left alone.

const id = z.string().max(40);

/** A press of a button, from the form field `payload`. Other kinds of interaction are none of ours. */
export const interactionInput = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id }).nullish(),
  user: z.object({ id, username: z.string().max(200).optional(), name: z.string().max(200).optional() }),
  channel: z.object({ id }).nullish(),
  response_url: z.string().max(500).optional(),
  message: z
    .object({ text: z.string().optional(), blocks: z.array(z.looseObject({ type: z.string() })).optional() })
    .optional(),
  actions: z.array(z.object({ action_id: z.string().max(255), value: z.string().max(2000).optional() })).min(1),
});
export type Interaction = z.output<typeof interactionInput>;

/** A slash command, from its form fields. */
export const commandInput = z.object({
  team_id: id.optional(),
  user_id: id,
  user_name: z.string().max(200).optional(),
  text: z.string().max(4000).default(''),
  response_url: z.string().max(500).optional(),
  trigger_id: z.string().max(200).optional(),
});
export type CommandCall = z.output<typeof commandInput>;

/** The Events API: its handshake, and what ends the connection. */
export const eventInput = z.union([
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: id,
    event: z.looseObject({ type: z.string(), tokens: z.object({ bot: z.array(z.string()).optional() }).optional() }),
  }),
]);
export type SlackEvent = z.output<typeof eventInput>;

/** Who in Slack asks. */
export type SlackCaller = { teamId: string | null; memberId: string; name: string | null };
