import { OpenAPIHono, z } from '@hono/zod-openapi';
import { auditListInput } from '../../../domain/access/audit';
import { listAudit } from '../../operations/audit/list';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { pageOf } from '../resource-app';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'audit-log' };

const fields = z.record(z.string(), z.unknown()).nullable();
const entry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ kind: z.string(), id: z.string().optional(), name: z.string() }),
    origin: z.string(),
    ip: z.string().nullable(),
    requestId: z.string().nullable(),
    action: z.string(),
    targetKind: z.string(),
    targetId: z.string(),
    before: fields,
    after: fields,
  })
  .openapi('AuditEntry');

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Who changed what, newest first',
  query: auditListInput,
  answer: pageOf(entry),
  run: listAudit,
});

export const { app: auditLog } = made;
