import { handoff } from './cron/handoff';
import { rollup } from './cron/rollup';
import { sweep } from './cron/sweep';
import { receiveMail } from './email/receive';
import type { Env } from './env';
import { app } from './http/app';
import { buryBatch } from './queues/dead-letter';
import { deliverBatch } from './queues/deliver';
import { parseQueueName } from './queues/messages';
import { systemContext } from './system-context';

export { InboxDO } from './durable/inbox-do';
export { IncidentDO } from './durable/incident-do';
export { LimitsDO } from './durable/limits-do';
export { OutboxDO } from './durable/outbox-do';
export { PersonDO } from './durable/person-do';
export { PhoneDO } from './durable/phone-do';
export { StatusPageDO } from './durable/status-page-do';

export default {
  fetch: app.fetch,
  email: receiveMail,
  async queue(batch, env) {
    const name = parseQueueName(batch.queue);
    if (!name) throw new Error(`no consumer for the queue ${batch.queue}`);
    await (name.dead ? buryBatch(batch, env) : deliverBatch(batch, env));
  },
  async scheduled(_event, env, ctx) {
    const context = systemContext(env, (work) => ctx.waitUntil(work));
    // Pages first: a notice can wait, figures longer, and none keeps the others from running.
    try {
      await sweep(context);
    } finally {
      await handoff(context).finally(() => rollup(context));
    }
  },
} satisfies ExportedHandler<Env>;
