import { OpenAPIHono, z } from '@hono/zod-openapi';
import { createApiKeyInput } from '../../../domain/access/api-key';
import { SCOPES } from '../../../domain/access/roles';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { searchField } from '../../../domain/shared/search';
import { createApiKey } from '../../operations/api-key/create';
import { listApiKeys } from '../../operations/api-key/list';
import { revokeApiKey } from '../../operations/api-key/revoke';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { pageOf } from '../resource-app';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'api-keys' };

const instant = z.iso.datetime();
const fields = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Lists API keys, newest first, revoked ones too',
  query: pageInput.extend({ q: searchField }),
  answer: pageOf(fields.openapi('ApiKey')),
  run: listApiKeys,
});
endpoint(made, {
  method: 'post',
  path: '/',
  summary: 'Makes an API key; the key itself is in this answer only',
  body: createApiKeyInput,
  answer: fields.extend({ key: z.string() }).openapi('ApiKeyWithKey'),
  created: true,
  run: createApiKey,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}',
  summary: 'Revokes an API key for good',
  params: idInput,
  answer: null,
  run: revokeApiKey,
});

export const { app: apiKeys } = made;
