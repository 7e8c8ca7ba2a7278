import { OpenAPIHono, z } from '@hono/zod-openapi';
import { INCIDENT_STATUSES } from '../../../domain/incident/incident';
import { idInput } from '../../../domain/shared/input';
import { followIncident } from '../../operations/incident/follow';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { PROBLEM } from '../endpoint';
import { problem } from '../middleware/problem';

/** `/api/v1/incidents/{id}/live`: how its page hears at once of what others do. */
export const incidentLive = new OpenAPIHono<AppEnv>();

incidentLive.openAPIRegistry.registerPath({
  method: 'get',
  path: '/{id}/live',
  summary: 'As a WebSocket: says "changed" whenever the incident has changed. Else only its status',
  tags: ['incidents'],
  request: { params: idInput },
  responses: {
    200: {
      description: 'Done',
      content: { 'application/json': { schema: z.object({ status: z.enum(INCIDENT_STATUSES) }) } },
    },
    101: { description: 'The socket is open' },
    default: PROBLEM,
  },
});
incidentLive.get('/:id/live', async (c) => {
  const asSocket = c.req.header('upgrade')?.toLowerCase() === 'websocket';
  const found = await followIncident(contextOf(c), { id: c.req.param('id'), asSocket });
  if (!found.ok) return problem(c, found.error);
  const { status, socket } = found.value;
  return socket ? new Response(null, { status: 101, webSocket: socket }) : c.json({ status });
});
