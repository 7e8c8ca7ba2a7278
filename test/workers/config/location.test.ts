import { env, runInDurableObject } from 'cloudflare:test';
import { afterEach, expect, it } from 'vitest';
import { serviceInbox } from '../../../domain/integration/key';
import type { InboxDO } from '../../../workers/durable/inbox-do';
import type { Env } from '../../../workers/env';
import { declareIncident } from '../../../workers/operations/incident/declare';
import { createIntegration } from '../../../workers/operations/integration/create';
import { updateService } from '../../../workers/operations/service/update';
import { adminContext, aService, failureOf, settle, taken } from './support';

afterEach(settle);

/** The real environment, which notes with which hint its objects are asked for. */
function watched(): { env: Env; hints: Record<'INBOX' | 'INCIDENT', Set<unknown>> } {
  const hints = { INBOX: new Set<unknown>(), INCIDENT: new Set<unknown>() };
  const noting = (name: 'INBOX' | 'INCIDENT') =>
    new Proxy(env[name] as unknown as DurableObjectNamespace, {
      get(namespace, property) {
        if (property !== 'get') return Reflect.get(namespace, property).bind(namespace);
        return (id: DurableObjectId, options?: { locationHint?: string }) => {
          hints[name].add(options?.locationHint);
          return namespace.get(id, options as DurableObjectNamespaceGetDurableObjectOptions);
        };
      },
    });
  return {
    env: { ...(env as unknown as Env), INBOX: noting('INBOX'), INCIDENT: noting('INCIDENT') } as unknown as Env,
    hints,
  };
}

it('makes the inbox of an integration near its service before anybody has its key', async () => {
  const { env: noting, hints } = watched();
  const context = adminContext({ env: noting });
  const service = await aService(context, { settings: { locationHint: 'weur' } });
  await settle();
  hints.INBOX.clear();
  taken(await createIntegration(context, { name: 'Prom', type: 'prometheus', serviceId: service.id, enabled: true }));
  // Without waiting for what is left until after the answer.
  expect([...hints.INBOX]).toEqual(['weur']);
});

it('makes the incidents of a service near it, from their inbox', async () => {
  const { env: noting, hints } = watched();
  const context = adminContext({ env: noting });
  const service = await aService(context, { settings: { locationHint: 'oc' } });
  await settle();
  const inbox = noting.INBOX.get(noting.INBOX.idFromName(serviceInbox(service.id)));
  await runInDurableObject(inbox as unknown as DurableObjectStub<InboxDO>, (instance) => {
    Object.assign(instance, { env: noting });
  });
  hints.INBOX.clear();
  taken(await declareIncident(context, { title: 'Far away', serviceId: service.id }));
  expect([...hints.INCIDENT]).toEqual(['oc']);
  expect([...hints.INBOX]).toEqual(['oc']);
});

it('keeps the region through a change of something else, and lets it go', async () => {
  const context = adminContext();
  const service = await aService(context, { settings: { locationHint: 'apac' } });
  const renamed = taken(await updateService(context, { id: service.id, name: 'Renamed' }));
  expect(renamed.settings.locationHint).toBe('apac');
  const freed = taken(await updateService(context, { id: service.id, settings: { locationHint: null } }));
  expect(freed.settings.locationHint).toBeNull();
  expect(failureOf(await updateService(context, { id: 'svc_none', settings: {} })).code).toBe('not-found');
});
