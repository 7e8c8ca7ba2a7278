import { describe, expect, it } from 'vitest';
import { checkTree } from '../../scripts/lint/check-tree.mjs';

/** The messages about `sources`, an object of path to text. */
const problemsIn = (sources) =>
  checkTree(new Map(Object.entries(sources))).problems.map(({ path, rule, message }) => `${path} ${rule}: ${message}`);
const onlyRule = (sources) => checkTree(new Map(Object.entries(sources))).problems.map(({ rule }) => rule);

describe('arrows', () => {
  const ALONG = {
    'domain/plan/a.ts':
      "import * as z from 'zod';\nimport { sha256 } from '@noble/hashes/sha2.js';\nimport { b } from '../shared/b';",
    'db/schema/a.ts':
      "import { sqliteTable } from 'drizzle-orm/sqlite-core';\nimport type { A } from '../../domain/plan/a';",
    'db/repositories/a.ts': "import { eq } from 'drizzle-orm';\nimport { a } from '../schema';",
    'workers/operations/x/a.ts':
      "import { a } from '../../../db/repositories/a';\nimport { stub } from '../../durable/stubs';",
    'workers/durable/a-do.ts':
      "import { DurableObject } from 'cloudflare:workers';\nimport { send } from '../senders/registry';",
    'workers/queues/deliver.ts':
      "import { find } from '../../db/repositories/a';\nimport { run } from '../operations/x/a';",
    'workers/http/routes/a.ts': "import { Hono } from 'hono';\nimport { run } from '../../operations/x/a';",
    'app/components/x/a.tsx':
      "import { b } from '~/ui/button';\nimport { c } from '../../../domain/plan/a';\nimport './a.module.css';",
    'app/routes/a.tsx':
      "import type { Operations } from '../../workers/operations/tree';\nimport { a } from '~/components/x/a';",
    'domain/plan/a.test.ts': "import { readFileSync } from 'node:fs';\nimport { fake } from '../../test/fakes/a';",
  };
  it.each(Object.entries(ALONG))('%s may import what lies below it', (path, text) => {
    expect(problemsIn({ [path]: text })).toEqual([]);
  });

  const AGAINST = [
    ['domain/plan/a.ts', "import { a } from '../../db/repositories/a';", 'domain must not import db-repositories'],
    ['domain/plan/a.ts', "import type { Env } from '../../workers/env';", 'domain must not import settings'],
    ['domain/plan/a.ts', "import { Temporal } from 'temporal-polyfill';", 'may use only these packages'],
    ['domain/plan/a.ts', "import { a } from '../../test/fakes/a';", 'domain must not import test'],
    ['domain/plan/a.ts', "export { a } from './testing/samples';", 'domain must not import test'],
    ['db/schema/a.ts', "import { a } from '../repositories/a';", 'db-schema must not import db-repositories'],
    ['db/repositories/a.ts', "import { a } from '../../workers/config';", 'db-repositories must not import settings'],
    ['app/routes/a.tsx', "import { run } from '../../workers/operations/x/a';", 'as types only'],
    ['app/routes/a.tsx', "import { type Run } from '../../workers/operations/x/a';", 'as types only'],
    ['app/routes/a.tsx', "const m = await import('../../workers/operations/x/a');", 'as types only'],
    [
      'app/components/x/a.tsx',
      "import type { A } from '../../../workers/operations/x/a';",
      'app-components must not import',
    ],
    ['app/ui/a.tsx', "import { a } from '~/components/x/a';", 'app-ui must not import app-components'],
    ['app/lib/a.ts', "import { env } from 'cloudflare:workers';", 'only in workers/'],
    ['app/lib/a.ts', "import { eq } from 'drizzle-orm';", 'drizzle stays in db/'],
    ['app/root.tsx', "import { a } from 'remix';", 'must not be imported'],
    ['workers/operations/x/a.ts', "import { a } from '../../http/app';", 'operations must not import http'],
    ['workers/operations/x/a.ts', "import { IncidentDO } from '../../durable/incident-do';", 'as types only'],
    [
      'workers/operations/x/a.ts',
      "import { deliver } from '../../queues/deliver';",
      'operations must not import queues',
    ],
    ['workers/operations/x/a.ts', "import { eq } from 'drizzle-orm';", 'drizzle stays in db/'],
    ['workers/operations/x/a.ts', "import { a } from '../../../db/schema';", 'operations must not import db-schema'],
    ['workers/senders/a.ts', "import { a } from '../../db/repositories/a';", 'senders must not import db-repositories'],
    ['workers/durable/a.ts', "import { a } from '../operations/x/a';", 'durable must not import operations'],
    ['workers/durable/a.ts', "import { Hono } from 'hono';", 'hono stays in workers/http'],
    ['workers/http/routes/a.ts', "import { a } from '../../../db/repositories/a';", 'as types only'],
    ['workers/cron/a.ts', "import { useState } from 'react';", 'React stays in app/'],
    ['elsewhere/a.ts', '', 'no part of the tree'],
  ];
  it.each(AGAINST)('%s: %s', (path, text, message) => {
    expect(problemsIn({ [path]: text }).join()).toContain(message);
  });

  it('names file and line', () => {
    const sources = new Map([['domain/a.ts', "// first\n\nimport { x } from 'hono';"]]);
    expect(checkTree(sources).problems).toMatchObject([{ path: 'domain/a.ts', line: 3, rule: 'arrows' }]);
  });
});

describe('cycles', () => {
  it('sees modules that need each other, over any distance', () => {
    const sources = {
      'domain/a.ts': "import { b } from './b';",
      'domain/b.ts': "export * from './deep/c';",
      'domain/deep/c.ts': "import { a } from '../a';",
      'domain/d.ts': "import { a } from './a';",
    };
    expect(problemsIn(sources)).toEqual([
      'domain/a.ts cycles: these import each other in a circle: domain/a.ts, domain/b.ts, domain/deep/c.ts',
    ]);
  });

  it('lets types go round', () => {
    const sources = { 'domain/a.ts': "import { b } from './b';", 'domain/b.ts': "import type { A } from './a';" };
    expect(problemsIn(sources)).toEqual([]);
  });
});

describe('habits', () => {
  const IMPURE = [
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'globalThis.crypto.randomUUID()',
    "fetch('x')",
    'setTimeout(f, 1)',
    'Temporal.Now.instant()',
  ];
  it.each(IMPURE)('keeps %s out of the domain', (call) => {
    expect(onlyRule({ 'domain/a.ts': `export const a = ${call};` })).toEqual(['purity']);
    expect(onlyRule({ 'domain/a.test.ts': `const a = ${call};`, 'workers/a.ts': `const a = ${call};` })).toEqual([]);
  });

  it('lets the domain build a date from a number', () => {
    expect(onlyRule({ 'domain/a.ts': 'export const a = (now) => new Date(now).toISOString();' })).toEqual([]);
  });

  it('wants `type`, except where declarations must merge', () => {
    expect(onlyRule({ 'domain/a.ts': 'export interface A { b: string }' })).toEqual(['types']);
    expect(onlyRule({ 'app/lib/a.ts': "declare module 'x' { interface A { b: string } }" })).toEqual([]);
    expect(onlyRule({ 'env.d.ts': 'interface A { b: string }' })).toEqual([]);
  });

  it('wants names for exports, except where a framework asks for a default', () => {
    expect(onlyRule({ 'app/lib/a.ts': 'export default function a() {}' })).toEqual(['names']);
    expect(onlyRule({ 'app/lib/a.ts': 'const a = 1;\nexport { a as default };' })).toEqual(['names']);
    expect(onlyRule({ 'app/routes/a.tsx': 'export default function Page() {}' })).toEqual([]);
    expect(onlyRule({ 'workers/index.ts': 'export default { fetch() {} };' })).toEqual([]);
  });

  it('only warns about long files', () => {
    const report = checkTree(new Map([['domain/a.ts', 'export {};\n'.repeat(301)]]));
    expect(report.problems).toEqual([]);
    expect(report.warnings).toMatchObject([{ path: 'domain/a.ts', rule: 'length' }]);
  });
});
