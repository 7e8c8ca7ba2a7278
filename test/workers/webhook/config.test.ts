import { afterEach, describe, expect, it, vi } from 'vitest';
import { auditLog, webhooks } from '../../../db/schema';
import { createWebhookInput } from '../../../domain/webhook/input';
import { createWebhook } from '../../../workers/operations/webhook/create';
import { webhookDeliveries } from '../../../workers/operations/webhook/deliveries';
import { getWebhook } from '../../../workers/operations/webhook/get';
import { listWebhooks } from '../../../workers/operations/webhook/list';
import { removeWebhook } from '../../../workers/operations/webhook/remove';
import { rotateWebhook } from '../../../workers/operations/webhook/rotate';
import { updateWebhook } from '../../../workers/operations/webhook/update';
import { aService, auditActions, db, failureOf, settle, taken } from '../config/support';
import { ADDRESS, aDelivery, aWebhook, contextNow, forget } from './support';

afterEach(async () => {
  vi.restoreAllMocks();
  await forget();
  await settle();
});

describe('a webhook', () => {
  it('shows its secret once, and its address never again', async () => {
    const { id, secret } = await aWebhook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = [
      await getWebhook(contextNow(), { id }),
      await listWebhooks(contextNow(), {}),
      await db.select().from(webhooks),
      await db.select().from(auditLog),
    ];
    expect(JSON.stringify(shown)).not.toContain('address-secret');
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(taken(await getWebhook(contextNow(), { id })).host).toBe('hooks.example.com');
  });

  it.each([
    'https://127.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'https://db.internal/',
    'https://printer.local/',
    'https://user:pass@hooks.example.com/',
    'https://hooks.example.com:22/',
    'http://hooks.example.com/',
    'file:///etc/passwd',
    'hooks.example.com',
  ])('may not lead to %s, and nothing is asked there', async (url) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const input = createWebhookInput.parse({ name: 'Ops', url });
    const refused = failureOf(await createWebhook(contextNow(), input));
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'url' }] });
    const { id } = await aWebhook();
    expect(failureOf(await updateWebhook(contextNow(), { id, url })).code).toBe('invalid');
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is about services that exist', async () => {
    const service = await aService(contextNow());
    const { serviceIds } = await aWebhook({ serviceIds: [service.id] });
    expect(serviceIds).toEqual([service.id]);
    const input = createWebhookInput.parse({ name: 'Ops', url: ADDRESS, serviceIds: ['svc_gone'] });
    expect(failureOf(await createWebhook(contextNow(), input)).fields).toMatchObject([{ path: 'serviceIds/0' }]);
  });

  it('keeps its secret when it is changed, and its format for good', async () => {
    const before = await aWebhook();
    const after = taken(
      await updateWebhook(contextNow(), { id: before.id, name: 'New', url: 'https://other.example.com/x' }),
    );
    expect(after).toMatchObject({ name: 'New', host: 'other.example.com', format: 'standard' });
    const [row] = await db.select().from(webhooks);
    expect(row?.secret).not.toBeNull();
  });

  it('for a chat has no secret to make anew', async () => {
    const { id } = await aWebhook({ format: 'slack' });
    expect(failureOf(await rotateWebhook(contextNow(), { id })).code).toBe('conflict');
  });

  it('takes its log along when it is deleted, and every change stands in the audit log', async () => {
    const { id } = await aWebhook();
    await aDelivery(id);
    expect(taken(await webhookDeliveries(contextNow(), { id, limit: 10 })).data).toHaveLength(1);
    taken(await rotateWebhook(contextNow(), { id }));
    taken(await removeWebhook(contextNow(), { id }));
    expect(failureOf(await webhookDeliveries(contextNow(), { id, limit: 10 })).code).toBe('not-found');
    expect(await auditActions(id)).toEqual(['webhook.create', 'webhook.test', 'webhook.rotate', 'webhook.remove']);
  });
});
