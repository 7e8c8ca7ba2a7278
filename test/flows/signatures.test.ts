import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import vectors from '../fixtures/signatures/vectors.json';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, request, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);
afterEach(() => vi.restoreAllMocks());

type Integration = { id: string; key: string };
type Kept = { status: number; reason: string | null; trace: { key: string; signature: string } | null };

const make = async (type: string) =>
  (await world.create('/integrations', { name: type, type, serviceId: world.service.id })) as unknown as Integration;
const sign = async ({ id }: Integration, body: Record<string, unknown>) => {
  const answer = await world.call('POST', `/integrations/${id}/signing-secret`, body);
  await told();
  return answer;
};
const events = async ({ id }: Integration) =>
  (await world.call('GET', `/integrations/${id}/events`)).body.data as Kept[];

const run = (id: number) =>
  JSON.stringify({
    action: 'completed',
    repository: { full_name: 'a/b' },
    workflow_run: { workflow_id: id, name: `Build ${id}`, head_branch: 'main', conclusion: 'failure' },
  });
const mac = (secret: string, body: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const post = async ({ key }: Integration, body: string, headers: Record<string, string> = {}) => {
  const response = await request(`/api/integrations/github/${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-github-event': 'workflow_run', ...headers },
    body,
  });
  await idle();
  return response.status;
};
const signed = (integration: Integration, secret: string, body: string, delivery = body) =>
  post(integration, body, { 'x-hub-signature-256': mac(secret, body), 'x-github-delivery': delivery });

describe('an integration with a signing secret', () => {
  it('asks for the signature from then on, and says why it turned a call away', async () => {
    const github = await make('github');
    expect(await post(github, run(1))).toBe(202);
    expect((await sign(github, { secret: 'first' })).body).toMatchObject({ signed: true });
    expect(await post(github, run(2))).toBe(401);
    expect(await signed(github, 'other', run(3))).toBe(401);
    expect(await post(github, run(4), { 'x-hub-signature-256': mac('first', run(4)).slice(0, -2) })).toBe(401);
    expect(await post(github, run(5).replace('main', 'mair'), { 'x-hub-signature-256': mac('first', run(5)) })).toBe(
      401,
    );
    expect(await signed(github, 'first', run(6))).toBe(202);
    const [taken, changed] = await events(github);
    expect(taken).toMatchObject({ status: 202, trace: { key: 'the present key', signature: 'matches' } });
    expect(changed).toMatchObject({ status: 401, reason: expect.stringContaining('does not match') });
    expect(JSON.stringify(await world.call('GET', `/integrations/${github.id}`))).not.toContain('first');
  });

  it('takes the same delivery once', async () => {
    const github = await make('github');
    await sign(github, { secret: 's' });
    expect(await signed(github, 's', run(7))).toBe(202);
    expect(await signed(github, 's', run(7))).toBe(409);
    expect(await signed(github, 's', run(7), 'another delivery')).toBe(202);
  });

  it('takes the secret before for as long as they overlap', async () => {
    const github = await make('github');
    await sign(github, { secret: 'old' });
    await sign(github, { secret: 'new', overlapMinutes: 10 });
    expect(await signed(github, 'old', run(8))).toBe(202);
    expect(await signed(github, 'new', run(9))).toBe(202);
    await pass(10 * 60);
    expect(await signed(github, 'old', run(10))).toBe(401);
    expect(await signed(github, 'new', run(11))).toBe(202);
    await sign(github, { secret: null });
    expect(await post(github, run(12))).toBe(202);
  });

  it('is refused where the tool signs nothing', async () => {
    expect((await sign(await make('nagios'), { secret: 'x' })).status).toBe(422);
  });
});

describe('a rotated key', () => {
  it('works on for the overlap and ends with it', async () => {
    const github = await make('github');
    const rotated = await world.call('POST', `/integrations/${github.id}/rotate`, { overlapMinutes: 60 });
    await told();
    const next = { id: github.id, key: String(rotated.body.key) };
    expect([await post(github, run(20)), await post(next, run(21))]).toEqual([202, 202]);
    await pass(60 * 60);
    expect([await post(github, run(22)), await post(next, run(23))]).toEqual([401, 202]);
  });
});

describe('CloudWatch through Amazon SNS', () => {
  const confirmation = vectors.vectors.find(({ case: name }) => name === 'subscription-confirmation-v2');
  const notification = vectors.vectors.find(({ case: name }) => name === 'notification-v1');
  const send = async ({ key }: Integration, body = '') => {
    const response = await request(`/api/integrations/cloudwatch/${key}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=UTF-8' },
      body,
    });
    await idle();
    return response.status;
  };
  const outside = () =>
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
      const url = String(input instanceof Request ? input.url : input);
      return new Response(url.endsWith('.pem') ? vectors.snsCertPem : '<ok/>');
    });

  it('confirms a subscription at Amazon once its signature holds', async () => {
    const fetched = outside();
    const cloudwatch = await make('cloudwatch');
    expect(await send(cloudwatch, confirmation?.body)).toBe(202);
    await vi.waitFor(async () => {
      const [latest] = await events(cloudwatch);
      expect(latest?.reason).toBe('Confirmed at Amazon: arn:aws:sns:us-east-1:123456789012:alerts');
    }, 5000);
    const visited = fetched.mock.calls.map(([input]) => String(input instanceof Request ? input.url : input));
    expect(visited.filter((url) => url.includes('Action=ConfirmSubscription'))).toHaveLength(1);
  });

  it('visits nothing for a subscription that Amazon has not signed', async () => {
    const fetched = outside();
    const cloudwatch = await make('cloudwatch');
    const body = { ...JSON.parse(confirmation?.body ?? '{}'), Token: 'changed' };
    expect(await send(cloudwatch, JSON.stringify(body))).toBe(202);
    await vi.waitFor(async () => expect((await events(cloudwatch))[0]?.reason).toContain('not confirmed'), 5000);
    const visited = fetched.mock.calls.map(([input]) => String(input instanceof Request ? input.url : input));
    expect(visited.filter((url) => url.includes('ConfirmSubscription'))).toEqual([]);
  });

  it('takes only the topic that is set, signed, fresh and once', async () => {
    outside();
    const cloudwatch = await make('cloudwatch');
    const { TopicArn, Timestamp } = JSON.parse(notification?.body ?? '{}');
    await sign(cloudwatch, { secret: TopicArn });
    // Years lie between the vector and the clock of this test.
    expect(await send(cloudwatch, notification?.body)).toBe(401);
    expect((await events(cloudwatch))[0]?.reason).toContain('an hour old');
    const now = Date.now();
    vi.setSystemTime(Date.parse(Timestamp) + 1000);
    expect(await send(cloudwatch, notification?.body)).toBe(202);
    expect(await send(cloudwatch, notification?.body)).toBe(409);
    expect(await send(cloudwatch, notification?.body.replace('ALARM', 'ALERT'))).toBe(401);
    vi.setSystemTime(now);
    await sign(cloudwatch, { secret: `${TopicArn}-other` });
    expect(await send(cloudwatch, notification?.body)).toBe(401);
  });
});
