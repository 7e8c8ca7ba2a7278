// Wraps the product's Worker for P6: counts every row that inboxes write, those of indexes and deletions too, as the
// platform counts them. `GET /bench/rows?inbox=…` tells how many so far.
import worker, { InboxDO as Inbox } from './index.js';

export * from './index.js';

export class InboxDO extends Inbox {
  #rows = 0;
  #last = null;

  constructor(ctx, env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    const exec = sql.exec.bind(sql);
    Object.defineProperty(sql, 'exec', {
      value: (...all) => {
        this.#settle();
        this.#last = exec(...all);
        return this.#last;
      },
    });
  }

  /** A cursor knows what it wrote when it has been read, so each is asked before the next one begins. */
  #settle() {
    this.#rows += this.#last?.rowsWritten ?? 0;
    this.#last = null;
  }

  rowsSoFar() {
    this.#settle();
    return this.#rows;
  }
}

export default {
  ...worker,
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/bench/rows') return worker.fetch(request, env, ctx);
    const stub = env.INBOX.get(env.INBOX.idFromName(searchParams.get('inbox')));
    return Response.json({ rows: await stub.rowsSoFar() });
  },
};
