import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { configOf } from '../../../workers/config';
import { api } from '../../../workers/http/api';
import { describeApi } from '../../../workers/http/openapi';
import { call, STRANGER, send } from './support';

const description = describeApi(configOf(env));
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

type Node = { [name: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const operations = Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
  METHODS.filter((method) => method in item).map((method) => ({
    path,
    method,
    operation: (item as Record<string, Node>)[method] ?? {},
  })),
);

function* nodesIn(value: unknown): Generator<Node> {
  if (!isNode(value)) return;
  yield value;
  for (const member of Object.values(value)) yield* nodesIn(member);
}

const resolve = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (isNode(node) ? node[part] : undefined), description);

describe('the description', () => {
  it('holds every route of /api/v1, and no other', () => {
    const routes = api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} /api/v1${path.replaceAll(/:(\w+)/g, '{$1}').replace(/\/$/, '')}`);
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(described.filter((name) => name.includes(' /api/v1/')).toSorted()).toEqual([...new Set(routes)].toSorted());
    expect(described.filter((name) => !name.includes(' /api/v1/'))).toEqual(['POST /api/integrations/{type}/{key}']);
  });

  it('is OpenAPI 3.1 with the address of this installation, and open to everybody', async () => {
    const { status, body } = await call(STRANGER, 'GET', '/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'OpsKnight Edge', version: expect.any(String) },
      servers: [{ url: 'http://127.0.0.1:8787' }],
      security: [{ apiKey: [] }],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    });
    expect(body).toEqual(JSON.parse(JSON.stringify(description)));
  });

  it('has no reference that leads nowhere', () => {
    const refs = [...nodesIn(description)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  it('names every operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names).toContain('postIncidentsByIdAcknowledge');
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(operations.map(({ method, path, operation }) => [`${method} ${path}`, path, operation] as const))(
    'is whole: %s',
    (_name, path, operation) => {
      expect(operation.summary).toEqual(expect.any(String));
      const parameters = ((operation.parameters ?? []) as Node[]).map((one) =>
        typeof one.$ref === 'string' ? (resolve(one.$ref) as Node) : one,
      );
      for (const parameter of parameters) {
        expect(parameter).toMatchObject({
          name: expect.any(String),
          in: expect.any(String),
          schema: expect.any(Object),
        });
      }
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(inPath.every(({ required }) => required === true)).toBe(true);
      const statuses = Object.entries(operation.responses as Record<string, Node>);
      expect(statuses.some(([status]) => /^2\d\d$/.test(status))).toBe(true);
      expect(statuses.some(([status]) => status === 'default')).toBe(true);
      for (const [, response] of statuses) expect(response.description).toEqual(expect.any(String));
    },
  );

  it('says that instants are text, as they are sent', () => {
    const query = operations.find(({ path }) => path === '/api/v1/audit-log')?.operation.parameters as Node[];
    expect(query.find(({ name }) => name === 'from')).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'string' },
    });
  });
});

it('is shown to people too, by a page without anything inline', async () => {
  const answer = await send('/api/docs', {});
  const html = await answer.text();
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
    status: 200,
    type: 'text/html; charset=UTF-8',
  });
  expect(html).toContain('src="/api-reference.js"');
  expect(html).toContain('href="/api/openapi.json"');
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=/);
});
