import { OpenAPIHono, z } from '@hono/zod-openapi';
import { URGENCIES } from '../../../domain/incident/incident';
import { CHANNELS } from '../../../domain/notification/channels';
import { idField, instantField } from '../../../domain/shared/input';
import { ok } from '../../../domain/shared/result';
import { simulateService } from '../../operations/simulate/run';
import type { AppEnv } from '../app-env';
import { endpoint } from '../endpoint';

const made = { app: new OpenAPIHono<AppEnv>(), tag: 'simulate' };

/** The body of INTERFACES; without `at` now, without `urgency` the service's default. */
const body = z.object({
  service: idField,
  at: instantField.optional(),
  urgency: z.enum(URGENCIES).optional(),
});

const page = z
  .object({
    at: z.iso.datetime(),
    /** The person's id. */
    user: z.string(),
    name: z.string(),
    channel: z.enum(CHANNELS),
    step: z.int(),
    cycle: z.int(),
    why: z.string(),
  })
  .openapi('SimulatedPage');

endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'The pages that would go out for a service if nobody answered',
  body,
  answer: z.array(page),
  run: async (context, input) => {
    const simulated = await simulateService(context, input);
    if (!simulated.ok) return simulated;
    return ok(simulated.value.map(({ userId, user: name, ...rest }) => ({ ...rest, user: userId, name })));
  },
});

export const { app: simulate } = made;
