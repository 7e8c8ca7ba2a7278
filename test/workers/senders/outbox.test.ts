import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Env } from '../../../workers/env';
import { OUTBOX_NAME, outboxSender } from '../../../workers/senders/outbox';
import { outgoing } from './message';

const outbox = () => (env as Env).OUTBOX.getByName(OUTBOX_NAME);

beforeEach(async () => {
  await outbox().clear();
});

describe('the local outbox', () => {
  it('shows a message as its receiver would see it', async () => {
    const result = await outboxSender(env as Env, 'email').send(outgoing());
    const [row] = await outbox().list();
    expect(result).toEqual({ outcome: 'sent', providerId: row?.id });
    const { id, incidentId: _, ...message } = outgoing();
    expect(row).toMatchObject({ ...message, notificationId: id });
    expect(row?.at).toBeGreaterThan(0);
  });

  it('has one row for an attempt, however often it is told of it, and another for the next', async () => {
    const first = await outbox().add(outgoing({ attempt: 1 }));
    const again = await outbox().add(outgoing({ attempt: 1, text: 'other' }));
    const second = await outbox().add(outgoing({ attempt: 2 }));
    expect(again).toEqual(first);
    expect((await outbox().list()).map(({ id, attempt }) => [id, attempt])).toEqual([
      [second.id, 2],
      [first.id, 1],
    ]);
  });

  it('lists the newest first, in pages, by channel', async () => {
    for (let i = 0; i < 5; i += 1) {
      await outbox().add(
        outgoing({ id: `ntf_${i}`, channel: i % 2 === 0 ? 'email' : 'sms', subject: null, html: null }),
      );
    }
    const idsOf = async (query: Parameters<ReturnType<typeof outbox>['list']>[0]) =>
      (await outbox().list(query)).map(({ notificationId }) => notificationId);
    expect(await idsOf({ limit: 2 })).toEqual(['ntf_4', 'ntf_3']);
    const [, last] = await outbox().list({ limit: 2 });
    expect(await idsOf({ limit: 2, before: last?.id })).toEqual(['ntf_2', 'ntf_1']);
    expect(await idsOf({ channel: 'sms' })).toEqual(['ntf_3', 'ntf_1']);
    expect(await idsOf({ before: 'nonsense', limit: 1 })).toEqual(['ntf_4']);
  });
});
