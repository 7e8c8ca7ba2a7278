import { env } from 'cloudflare:test';
import { afterEach, expect, it } from 'vitest';
import { splitIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import { createIntegration } from '../../../workers/operations/integration/create';
import { getIntegration } from '../../../workers/operations/integration/get';
import { listIntegrations } from '../../../workers/operations/integration/list';
import { removeIntegration } from '../../../workers/operations/integration/remove';
import { rotateIntegration } from '../../../workers/operations/integration/rotate';
import { updateIntegration } from '../../../workers/operations/integration/update';
import { removeService } from '../../../workers/operations/service/remove';
import { adminContext, aService, failureOf, settle, taken } from './support';

const context = adminContext();
afterEach(settle);

const make = async (serviceId: string) =>
  taken(await createIntegration(context, { name: 'Prom', type: 'prometheus', serviceId, enabled: true }));

const secretHash = (id: string) =>
  env.DB.prepare('SELECT secret_hash FROM integrations WHERE id = ?').bind(id).first<string>('secret_hash');

it('shows the key of an integration once and keeps its hash', async () => {
  const service = await aService(context);
  const { key, url, ...integration } = await make(service.id);
  expect(url).toBe(`http://127.0.0.1:8787/api/integrations/prometheus/${key}`);
  const parts = splitIntegrationKey(key);
  expect(parts?.inbox).toBe(integration.inbox);
  expect(await secretHash(integration.id)).toBe(sha256Hex(parts?.secret ?? ''));
  expect(taken(await getIntegration(context, { id: integration.id }))).toEqual(integration);
  const { data } = taken(await listIntegrations(context, { limit: 50, serviceId: service.id }));
  expect(data).toEqual([integration]);
  const audit = await env.DB.prepare('SELECT * FROM audit_log WHERE target_id = ?').bind(integration.id).first();
  expect(JSON.stringify(audit)).not.toContain(parts?.secret);
});

it('keeps the inbox and changes the secret when a key is rotated', async () => {
  const service = await aService(context);
  const first = await make(service.id);
  const second = taken(await rotateIntegration(context, { id: first.id }));
  expect(second.key).not.toBe(first.key);
  expect(second.inbox).toBe(first.inbox);
  expect(await secretHash(first.id)).toBe(sha256Hex(second.key.slice(10)));
  taken(await updateIntegration(context, { id: first.id, name: 'Renamed' }));
  expect(await secretHash(first.id)).toBe(sha256Hex(second.key.slice(10)));
});

it('holds its service until it is deleted', async () => {
  const service = await aService(context);
  const { id, name } = await make(service.id);
  expect(failureOf(await removeService(context, { id: service.id })).detail).toEqual({
    usedBy: [{ kind: 'integration', id, name }],
  });
  taken(await removeIntegration(context, { id }));
  taken(await removeService(context, { id: service.id }));
  const again = await createIntegration(context, { name: 'P', type: 'events', serviceId: service.id, enabled: true });
  expect(failureOf(again).fields).toMatchObject([{ path: 'serviceId' }]);
});
