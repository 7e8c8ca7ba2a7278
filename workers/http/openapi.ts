import { OpenAPIHono, z } from '@hono/zod-openapi';
import { INTEGRATION_TYPES } from '../../domain/ingest/registry';
import type { Config } from '../config';
import { api } from './api';
import type { AppEnv } from './app-env';
import { PROBLEM } from './endpoint';

type Description = ReturnType<typeof api.getOpenAPI31Document>;

const described = new OpenAPIHono<AppEnv>();
described.route('/api/v1', api);
described.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
  type: 'http',
  scheme: 'bearer',
  description: 'An API key (`ok_…`). Its scopes say what it may do.',
});
described.openAPIRegistry.registerComponent('parameters', 'IdempotencyKey', {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A word of your choice that names this request for 24 hours. Sent again with the same body, the first answer comes back with `Idempotency-Replayed: true` and nothing is done twice; with another body it is refused with 422.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
});

// Taken by a route that reads every vendor's form of a body, so there is no schema to take this from.
described.openAPIRegistry.registerPath({
  method: 'post',
  path: '/api/integrations/{type}/{key}',
  operationId: 'receiveAlerts',
  summary: 'Alerts in: the body is what the monitoring tool sends',
  description: 'The key may also come as `?key=`, `Authorization: Bearer` or `X-Integration-Key`.',
  tags: ['alerts'],
  security: [],
  request: {
    params: z.object({ type: z.enum(INTEGRATION_TYPES), key: z.string() }),
    body: { required: true, content: { 'application/json': { schema: z.unknown() } } },
  },
  responses: {
    202: {
      description: 'Stored. What became of each alert in the body',
      content: {
        'application/json': {
          schema: z.object({
            status: z.literal('accepted'),
            results: z.array(
              z.object({
                action: z.enum(['trigger', 'acknowledge', 'resolve', 'ignored', 'confirmed']),
                dedupKey: z.string().optional(),
                incident: z.object({ id: z.string(), number: z.int().nullable() }).optional(),
                reason: z.string().optional(),
              }),
            ),
          }),
        },
      },
    },
    default: PROBLEM,
  },
});

const made = new WeakMap<Config, Description>();

/** The OpenAPI 3.1 description of the whole API, from the schemas that the routes parse with. */
export function describeApi(config: Config): Description {
  const known = made.get(config);
  if (known) return known;
  const description = described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'OpsKnight Edge',
      version: '1',
      description:
        'On-call and incident management. Lists are cut in pages: pass `nextCursor` on as `cursor`. Errors are problem+json (RFC 9457).',
    },
    servers: [{ url: config.appUrl }],
    security: [{ apiKey: [] }],
  });
  const complete = completed(description);
  made.set(config, complete);
  return complete;
}

/**
 * Every operation gets a name for generated clients, every POST of the API its Idempotency-Key, and lists in a query
 * their commas.
 */
function completed(description: Description): Description {
  for (const [path, item] of Object.entries(description.paths ?? {})) {
    for (const method of ['get', 'post', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (!operation) continue;
      operation.operationId ??= nameOf(method, path);
      for (const parameter of operation.parameters ?? []) {
        const isList = 'schema' in parameter && parameter.schema && 'items' in parameter.schema;
        if (isList && parameter.in === 'query') Object.assign(parameter, { style: 'form', explode: false });
      }
      if (method !== 'post' || !path.startsWith('/api/v1/')) continue;
      operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IdempotencyKey' }];
    }
  }
  return description;
}

/** `post /api/v1/incidents/{id}/acknowledge` → `postIncidentsByIdAcknowledge`. */
const nameOf = (method: string, path: string): string =>
  method +
  path
    .replace('/api/v1', '')
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());
