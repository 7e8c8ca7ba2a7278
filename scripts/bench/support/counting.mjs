// Wraps the product's Worker for P2 and P6: counts every row that inboxes write, those of indexes and deletions too, as
// the platform counts them. `GET /bench/rows?inbox=…` tells how many so far, `GET /bench/incidents?service=…` how many
// incidents the read model has: asking the API for all of them would slow down what is measured.
import worker, { InboxDO as Inbox } from './index.js';

export * from './index.js';

/** By object: one that has nothing to do is put away, and counts on where it was when it is called again. */
const rowsOf = new Map();

export class InboxDO extends Inbox {
  #id;
  #last = null;

  constructor(ctx, env) {
    super(ctx, env);
    this.#id = String(ctx.id);
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
    rowsOf.set(this.#id, (rowsOf.get(this.#id) ?? 0) + (this.#last?.rowsWritten ?? 0));
    this.#last = null;
  }

  rowsSoFar() {
    this.#settle();
    return rowsOf.get(this.#id);
  }
}

export default {
  ...worker,
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/bench/incidents') {
      const counted = env.DB.prepare('SELECT count(*) AS count FROM incidents WHERE service_id = ?');
      return Response.json(await counted.bind(searchParams.get('service')).first());
    }
    if (pathname !== '/bench/rows') return worker.fetch(request, env, ctx);
    const stub = env.INBOX.get(env.INBOX.idFromName(searchParams.get('inbox')));
    return Response.json({ rows: await stub.rowsSoFar() });
  },
};
