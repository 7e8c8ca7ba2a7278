import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idField, instantField } from '../../../domain/shared/input';
import { ok } from '../../../domain/shared/result';
import { onCallNow } from '../../operations/oncall/now';
import type { AppEnv } from '../app-env';
import { endpoint } from '../endpoint';

const made = { app: new OpenAPIHono<AppEnv>(), tag: 'oncall' };

const answers = {
  users: z.array(z.object({ id: z.string(), name: z.string() })),
  source: z.enum(['override', 'layer', 'none']),
  until: z.iso.datetime().nullable(),
};
const onSchedule = z.object({
  scheduleId: z.string(),
  scheduleName: z.string(),
  timezone: z.string(),
  ...answers,
});

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Who is on call, on one schedule or on all',
  query: z.object({ schedule: idField.optional(), at: instantField.optional() }),
  answer: z.union([
    z.object({ at: z.iso.datetime(), ...onSchedule.shape }),
    z.object({ at: z.iso.datetime(), data: z.array(onSchedule) }),
  ]),
  run: async (context, { schedule, at }) => {
    const found = await onCallNow(context, { scheduleId: schedule, at });
    if (!found.ok || !schedule) return found;
    return ok({ at: found.value.at, ...found.value.data[0] });
  },
});

export const { app: onCall } = made;
