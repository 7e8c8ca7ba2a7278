import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idInput } from '../../domain/shared/input';
import { pageInput } from '../../domain/shared/page';
import type { Context } from '../context';
import type { AppEnv } from './app-env';
import { type Answer, endpoint, type Nothing, type ResourceApp } from './endpoint';

type Resource<Q extends z.ZodType, C extends z.ZodType, U extends z.ZodType> = {
  /** Plural, as in the path; groups the routes in the description. */
  tag: string;
  noun: string;
  answer: z.ZodType;
  list: { query?: Q; run: (context: Context, input: z.output<typeof pageInput> & z.output<Q>) => Answer<unknown> };
  get: (context: Context, input: { id: string }) => Answer<unknown>;
  create: { body: C; answer?: z.ZodType; run: (context: Context, input: z.output<C>) => Answer<unknown> };
  update: { body: U; run: (context: Context, input: z.output<U> & { id: string }) => Answer<unknown> };
  remove?: (context: Context, input: { id: string }) => Answer<null>;
};

/** An app with the five usual routes of a resource: list, read, create, change, delete (INTERFACES, Bodies). */
export function resource<Q extends z.ZodType = Nothing, C extends z.ZodType = Nothing, U extends z.ZodType = Nothing>(
  definition: Resource<Q, C, U>,
): ResourceApp {
  const { tag, noun, answer, list, get, create, update, remove } = definition;
  const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag };
  const query = list.query instanceof z.ZodObject ? pageInput.extend(list.query.shape) : pageInput;
  endpoint(made, {
    method: 'get',
    path: '/',
    summary: `Lists ${tag.replaceAll('-', ' ')}`,
    query,
    answer: pageOf(answer),
    run: (context, input) => list.run(context, input as z.output<typeof pageInput> & z.output<Q>),
  });
  endpoint(made, {
    method: 'post',
    path: '/',
    summary: `Adds a ${noun}`,
    body: create.body,
    answer: create.answer ?? answer,
    created: true,
    run: create.run,
  });
  const one = { path: '/{id}', params: idInput };
  endpoint(made, { ...one, method: 'get', summary: `One ${noun}`, answer, run: get });
  endpoint(made, {
    ...one,
    method: 'patch',
    summary: `Changes a ${noun}; takes any subset of its fields`,
    body: update.body,
    answer,
    run: (context, input) => update.run(context, input as z.output<U> & { id: string }),
  });
  if (remove) endpoint(made, { ...one, method: 'delete', summary: `Deletes a ${noun}`, answer: null, run: remove });
  return made;
}

/** A page of `schema` as lists answer it. */
export const pageOf = (schema: z.ZodType) => z.object({ data: z.array(schema), nextCursor: z.string().nullable() });

/** What a stored thing looks like in an answer: its fields with id and times. */
export const stored = <S extends z.ZodRawShape>(name: string, shape: S) =>
  z.object({ id: z.string(), ...shape, createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() }).openapi(name);
