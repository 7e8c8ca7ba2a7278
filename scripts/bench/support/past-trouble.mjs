// Wraps the product's Worker for P7: `POST /bench/past` gives the components of a status page ninety days of trouble, which
// no API can make up. Body: `{ ids }`, those of the components.
import worker from './index.js';

export * from './index.js';

const DAY = 86_400_000;

export default {
  ...worker,
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname !== '/bench/past') return worker.fetch(request, env, ctx);
    const { ids } = await request.json();
    const now = Date.now();
    const rows = ids.flatMap((id, i) => [
      [id, 'OPERATIONAL', now - 89 * DAY],
      [id, 'PARTIAL_OUTAGE', now - (30 + i) * DAY],
      [id, 'OPERATIONAL', now - (30 + i) * DAY + DAY / 24],
      [id, 'DEGRADED', now - (10 + i) * DAY],
      [id, 'OPERATIONAL', now - (10 + i) * DAY + DAY / 8],
    ]);
    const sql = 'INSERT INTO status_changes (id, component_id, state, at) VALUES (?, ?, ?, ?)';
    await env.DB.batch(rows.map((row, i) => env.DB.prepare(sql).bind(`sch_bench${i}`, ...row)));
    return new Response(null, { status: 204 });
  },
};
