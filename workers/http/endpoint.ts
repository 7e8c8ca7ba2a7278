import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { Result } from '../../domain/shared/result';
import type { Context } from '../context';
import type { AppEnv } from './app-env';
import { readJson } from './body';
import { contextOf } from './context-of';
import { isoFields } from './iso-fields';
import { failureOfZod, problem } from './middleware/problem';

const nothing = z.object({});
export type Nothing = typeof nothing;
export type Answer<T> = Promise<Result<T>>;

type Endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below the resource's own path: "/", "/{id}", "/{id}/rotate". */
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** What an answer holds, for the description; null: 204 and nothing. */
  answer: z.ZodType | null;
  created?: boolean;
  run: (context: Context, input: z.output<P> & z.output<Q> & z.output<B>) => Answer<unknown>;
};

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');

/** The answer to whatever was not done. */
export const PROBLEM = {
  description: 'The problem (RFC 9457)',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** An app for the routes of one resource; `tag` groups them in the description. */
export type ResourceApp = { app: OpenAPIHono<AppEnv>; tag: string };

/**
 * One route: parses path, query and body by their schemas, runs the operation with all of it as one input, and answers
 * its value as JSON or its failure as a problem. Also enters the route into the OpenAPI description.
 */
export function endpoint<P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing>(
  { app, tag }: ResourceApp,
  { method, path, summary, params, query, body, answer, created, run }: Endpoint<P, Q, B>,
): void {
  const status = answer === null ? 204 : created ? 201 : 200;
  const content = (schema: z.ZodType) => ({ 'application/json': { schema } });
  app.openAPIRegistry.registerPath({
    method,
    path,
    summary,
    tags: [tag],
    request: {
      ...(params instanceof z.ZodObject ? { params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(body ? { body: { required: !takesNothing(body), content: content(body) } } : {}),
    },
    responses: {
      [status]: answer ? { description: 'Done', content: content(answer) } : { description: 'Done' },
      default: PROBLEM,
    },
  });
  app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    const parsed = await readInput(c, params ?? nothing, query ?? nothing, body);
    if (!parsed.ok) return problem(c, parsed.error);
    const result = await run(contextOf(c), parsed.value as z.output<P> & z.output<Q> & z.output<B>);
    if (!result.ok) return problem(c, result.error);
    return answer === null ? c.body(null, 204) : c.json(isoFields(result.value), created ? 201 : 200);
  });
}

/** Verbs that need no more than their path may come without a body. */
const takesNothing = (body: z.ZodType): boolean => body.safeParse({}).success;

/** All parts merged; those of the path cannot be overridden by a body. */
async function readInput(
  c: HonoContext<AppEnv>,
  params: z.ZodType,
  query: z.ZodType,
  body: z.ZodType | undefined,
): Promise<Result<Record<string, unknown>>> {
  const json = body ? await readJson(c.req.raw) : null;
  if (json && !json.ok) return json;
  const input: Record<string, unknown> = {};
  const parts = [
    [body ?? nothing, json ? json.value : {}],
    [query, c.req.query()],
    [params, c.req.param()],
  ] as const;
  for (const [schema, given] of parts) {
    const parsed = schema.safeParse(given);
    if (!parsed.success) return { ok: false, error: failureOfZod(parsed.error) };
    Object.assign(input, parsed.data);
  }
  return { ok: true, value: input };
}
