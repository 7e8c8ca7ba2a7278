import { OpenAPIHono, z } from '@hono/zod-openapi';
import { registerDeviceInput } from '../../../domain/notification/device';
import { listDevices } from '../../operations/device/list';
import { registerDevice } from '../../operations/device/register';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'devices' };

const instant = z.iso.datetime();
const device = z
  .object({
    id: z.string(),
    name: z.string(),
    installed: z.boolean(),
    enabled: z.boolean(),
    verified: z.boolean(),
    createdAt: instant,
    lastSeenAt: instant.nullable(),
    lastReceiptAt: instant.nullable(),
    endedAt: instant.nullable(),
    endpoint: z.string(),
  })
  .openapi('Device');

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Your devices that take pushes, and the key a browser subscribes with',
  answer: z.object({ data: z.array(device), publicKey: z.string() }),
  run: listDevices,
});
endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'Takes the push subscription of the browser you are signed in with',
  body: registerDeviceInput,
  answer: z.object({ id: z.string() }),
  run: registerDevice,
});

export const { app: devices } = made;
