import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { messages } from '../../../db/schema';
import { MINUTE } from '../../../domain/shared/time';
import { createStatusPageInput } from '../../../domain/status-page/input';
import type { Env } from '../../../workers/env';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { addSubscriber } from '../../../workers/operations/status-subscriber/add';
import { confirmSubscription } from '../../../workers/operations/status-subscriber/answer';
import { askAgain } from '../../../workers/operations/status-subscriber/ask-again';
import { exportSubscribers } from '../../../workers/operations/status-subscriber/export';
import { importSubscribers } from '../../../workers/operations/status-subscriber/import';
import { listSubscribers } from '../../../workers/operations/status-subscriber/list';
import { adminContext, auditActions, failureOf, settle, taken } from '../config/support';

// The subscribers of a page as its editor sees them.

const now = Date.now();
// What goes onto queues is only noted: a consumer would run on into the next test.
const sent: { queue: string; body: unknown }[] = [];
const queue = (name: string) => ({
  send: async (body: unknown) => void sent.push({ queue: name, body }),
  sendBatch: async (all: Iterable<{ body: unknown }>) => {
    for (const { body } of all) sent.push({ queue: name, body });
  },
});
const quiet = { ...env, QUEUE_BULK: queue('bulk'), QUEUE_EMAIL: queue('email') } as unknown as Env;
const contextAt = (at: number) => adminContext({ now: at, env: quiet });
const context = contextAt(now);
let id = '';

beforeAll(async () => {
  const components = [{ name: 'Tickets' }, { name: '=Ferries' }];
  const input = createStatusPageInput.parse({ name: 'Harbour', slug: 'harbour', language: 'de', components });
  id = taken(await createStatusPage(context, input)).id;
});

const outcomes = async (text: string, { dryRun = false, at = now } = {}) => {
  const done = taken(await importSubscribers(contextAt(at), { id, text, dryRun }));
  await settle();
  return done.lines.map(({ outcome }) => outcome);
};
const questionsTo = async (to: string) =>
  (await makeDb(env.DB).select().from(messages)).filter((one) => one.recipient === to);
const confirm = async (to: string) => {
  const [mail] = await questionsTo(to);
  const token = /\/confirm\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  taken(await confirmSubscription(context, { token }));
};

describe('an imported list', () => {
  const list = 'address,components\nana@example.test,tickets\nBo@Example.test,\nnobody,\n';

  it('is only looked at when that is asked', async () => {
    expect(await outcomes(list, { dryRun: true })).toEqual(['asked', 'asked', 'no-address']);
    expect(taken(await listSubscribers(context, { id })).data).toEqual([]);
    expect(await questionsTo('ana@example.test')).toEqual([]);
  });

  it('asks each address in the language of the page, and subscribes nobody before the answer', async () => {
    expect(await outcomes(list)).toEqual(['asked', 'asked', 'no-address']);
    expect(taken(await listSubscribers(context, { id, state: 'confirmed' })).data).toEqual([]);
    expect(taken(await listSubscribers(context, { id, state: 'pending' })).data).toHaveLength(2);
    const [mail] = await questionsTo('ana@example.test');
    expect(mail).toMatchObject({ kind: 'status-confirmation', channel: 'email' });
    expect(mail?.subject).toContain('Harbour');
    // Many at once go by the queue that no page waits behind.
    expect(sent.map((one) => one.queue)).toEqual(['bulk', 'bulk']);
  });

  it('asks nobody twice at once, nor anybody who has said yes', async () => {
    expect(await outcomes(list)).toEqual(['asked-lately', 'asked-lately', 'no-address']);
    await confirm('ana@example.test');
    expect(await outcomes(list, { at: now + 11 * MINUTE })).toEqual(['subscribed', 'asked', 'no-address']);
    expect(await questionsTo('ana@example.test')).toHaveLength(1);
    expect(await questionsTo('bo@example.test')).toHaveLength(2);
    expect(await auditActions(id)).toContain('status-subscriber.import');
  });
});

describe('the list', () => {
  it('is searched by part of an address, and sifted by state', async () => {
    const found = async (filter: { q?: string; state?: 'confirmed' | 'pending' }) =>
      taken(await listSubscribers(context, { id, ...filter })).data.map(({ address }) => address);
    expect(await found({ q: 'ANA' })).toEqual(['ana@example.test']);
    expect(await found({ state: 'pending' })).toEqual(['bo@example.test']);
    expect(await found({ q: 'ana', state: 'pending' })).toEqual([]);
  });

  it('is a CSV that an import reads again, without formulas', async () => {
    const { name, text } = taken(await exportSubscribers(context, { id }));
    expect(name).toBe('subscribers-harbour.csv');
    expect(text).toContain('ana@example.test,email,confirmed,Tickets,de,');
    // Both came in the same moment, so either may be first.
    const read = await outcomes(text, { dryRun: true, at: now + 12 * MINUTE });
    expect(read.toSorted()).toEqual(['asked-lately', 'subscribed']);
  });
});

describe('one address', () => {
  const wish = { id, channel: 'email' as const, componentIds: [] };

  it('is asked first where its editor has no consent', async () => {
    const input = { ...wish, id, address: 'cy@example.test', ask: true };
    const added = taken(await addSubscriber(context, input));
    await settle();
    expect(added.confirmedAt).toBeNull();
    expect(await questionsTo('cy@example.test')).toHaveLength(1);
    const again = { id, subscriberId: added.id };
    expect(failureOf(await askAgain(context, again)).code).toBe('rate-limited');
    taken(await askAgain(contextAt(now + 11 * MINUTE), again));
    await settle();
    expect(await questionsTo('cy@example.test')).toHaveLength(2);
    await confirm('cy@example.test');
    expect(failureOf(await askAgain(contextAt(now + 30 * MINUTE), again)).code).toBe('conflict');
  });

  it('is told at once where there is', async () => {
    const added = taken(await addSubscriber(context, { ...wish, id, address: 'di@example.test' }));
    expect(added.confirmedAt).toBe(now);
    expect(await questionsTo('di@example.test')).toEqual([]);
  });
});
