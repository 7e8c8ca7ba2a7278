import { OpenAPIHono, z } from '@hono/zod-openapi';
import { targetField } from '../../../domain/escalation/input';
import { updateSettingsInput } from '../../../domain/organisation/input';
import { getSettings } from '../../operations/settings/get';
import { updateSettings } from '../../operations/settings/update';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'settings' };

const answer = z
  .object({
    organisation: z.object({ name: z.string() }),
    lastResort: z.array(targetField),
    warnings: z.array(z.object({ code: z.enum(['no-last-resort']), message: z.string() })),
  })
  .openapi('Settings');

endpoint(made, { method: 'get', path: '/', summary: 'Settings of the organisation', answer, run: getSettings });
endpoint(made, {
  method: 'patch',
  path: '/',
  summary: 'Changes settings of the organisation; takes any subset',
  body: updateSettingsInput,
  answer,
  run: updateSettings,
});

export const { app: settings } = made;
