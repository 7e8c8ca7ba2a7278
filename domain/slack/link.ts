import * as z from 'zod';
import { MINUTE } from '../shared/time';

/** How long the link works that connects a Slack account. */
export const LINK_LIFE = 15 * MINUTE;

export const linkTokenInput = z.object({ token: z.string().regex(/^[0-9a-z]{32}$/) });
