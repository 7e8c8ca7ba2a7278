import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTEGRATION_TYPES } from '../../../domain/ingest/registry';
import { acceptedActions, SAMPLES, type Sample, wireBody } from '../../../domain/ingest/testing/samples';
import { startClock, stopClock } from '../../flows/support/clock';
import { newWorld, request, type World } from '../../flows/support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 86_400, users: ['ana'] }]);
});
afterAll(stopClock);

const withKey = (text: string, key: string): string =>
  text.replace(/<[^>]*key[^>]*>|%3C[^%]*key%3E/gi, key).replace(/(\/alert\/)[^/]+(\/)/, `$1${key}$2`);

/** The sample as its sender would send it to this integration. */
function requestOf({ type, request: sample }: Sample, key: string): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sample.headers)) {
    if (name === 'authorization') headers.set(name, value.replace(/GenieKey .+/, `GenieKey ${key}`));
    else if (name === 'x-routing-key') headers.set(name, key);
    else if (!value.includes('<')) headers.set(name, value);
  }
  const json = sample.body as { routing_key?: string } | string | null;
  const body =
    json && typeof json === 'object' && 'routing_key' in json
      ? JSON.stringify({ ...json, routing_key: key })
      : wireBody(sample.body);
  // The sample of an e-mail was taken off SMTP; over HTTP it comes as raw MIME.
  const path = type === 'email' ? '/api/integrations/email/<key>' : sample.path;
  const carriesBody = sample.method !== 'GET' && sample.method !== 'HEAD';
  return request(withKey(path, key), { method: sample.method, headers, body: carriesBody ? body : undefined });
}

describe.each(INTEGRATION_TYPES.filter((type) => SAMPLES.some((sample) => sample.type === type)))('%s', (type) => {
  it('is taken over HTTP as its samples say', async () => {
    const integration = await world.create('/integrations', { name: type, type, serviceId: world.service.id });
    for (const sample of SAMPLES.filter((one) => one.type === type)) {
      const response = await requestOf(sample, String(integration.key));
      const wanted = sample.expect.httpStatus ?? 202;
      expect([sample.file, response.status]).toEqual([sample.file, wanted]);
      const { results } = (await response.json()) as { results?: { action: string }[] };
      // Endpoints of other vendors answer in the vendor's shape, without results.
      if (!results) continue;
      expect([sample.file, results.length]).toEqual([sample.file, sample.expect.events.length]);
      for (const [index, event] of sample.expect.events.entries()) {
        expect([sample.file, acceptedActions(event)]).toEqual([
          sample.file,
          expect.arrayContaining([results[index]?.action]),
        ]);
      }
    }
  });
});
