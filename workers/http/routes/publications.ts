import { OpenAPIHono, z } from '@hono/zod-openapi';
import { publicationInput } from '../../../domain/postmortem/publication';
import { idField, idInput } from '../../../domain/shared/input';
import { listPublications } from '../../operations/postmortem/publications';
import { publishPostmortem } from '../../operations/postmortem/publish';
import { takeDownPublication } from '../../operations/postmortem/take-down';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'postmortems' };

const publication = z
  .object({
    id: z.string(),
    postmortemId: z.string(),
    pageId: z.string(),
    pageName: z.string(),
    reportId: z.string().nullable(),
    title: z.string(),
    summary: z.string(),
    body: z.string(),
    publishedBy: z.object({ kind: z.string(), id: z.string().optional(), name: z.string() }),
    publishedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    url: z.string(),
  })
  .openapi('Publication', { description: 'What visitors of one status page read of a postmortem, and nothing else' });

endpoint(made, {
  method: 'get',
  path: '/{id}/publications',
  summary: 'On which status pages visitors read of it, and what',
  params: idInput,
  answer: z.object({ data: z.array(publication) }),
  run: listPublications,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/publications',
  summary: 'Shows visitors of a status page what was written for them, in place of what stood there',
  params: idInput,
  body: publicationInput,
  answer: publication,
  run: publishPostmortem,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}/publications/{publicationId}',
  summary: 'Takes it off the status page',
  params: idInput.extend({ publicationId: idField }),
  answer: null,
  run: takeDownPublication,
});

export const { app: publications } = made;
