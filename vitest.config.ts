import path from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

const alias = { '~': path.resolve('app') };

// Kinds of test, each a project: `domain` and `tools` are plain Node; `workers` and `flows` run inside workerd. Browser
// tests have a configuration of their own, in test/e2e.
// `npx vitest run --project domain domain/schedule` runs a part.
const pool = (name: string, include: string[], globalSetup: string[] = []) => ({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations(path.resolve('migrations')),
          APP_URL: 'http://127.0.0.1:8787',
          APP_SECRETS: `v1:${'a'.repeat(43)}=`,
          MAIL_FROM: 'pager@example.test',
          // Tests in the runtime see no other environment.
          STORM_CASES: process.env.STORM_CASES ?? '',
          BURST_CASES: process.env.BURST_CASES ?? '',
          RECORD_RELEASE: process.env.RECORD_RELEASE ?? '',
          SLACK_SIGNING_SECRET: 'slack signing secret of tests',
        },
        // Bound by no one; the test of copies of status pages takes it for theirs.
        r2Buckets: ['TEST_BUCKET'],
        // Nothing leaves the machine: whatever a test did not fake is an error that names itself.
        outboundService: (request: { url: string }) => {
          throw new Error(`unexpected outbound request to ${request.url}`);
        },
      },
    })),
  ],
  resolve: { alias },
  test: {
    name,
    include,
    // For what hangs: a slow machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    globalSetup,
    setupFiles: ['./test/setup.ts'],
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: [
            '@remix-run/cloudflare',
            '@remix-run/react',
            '@remix-run/server-runtime',
            'react',
            'react/jsx-runtime',
            'react-dom/server',
            'hono',
            'zod',
            'drizzle-orm',
            'drizzle-orm/d1',
            'drizzle-orm/sqlite-core',
            '@tsndr/cloudflare-worker-jwt',
            'resend',
          ],
        },
      },
    },
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: 'domain', include: ['domain/**/*.test.ts', 'app/**/*.test.ts'], testTimeout: 30_000 },
      },
      { test: { name: 'tools', include: ['test/lint/**/*.test.mjs'], testTimeout: 30_000 } },
      pool('workers', ['test/workers/*.test.ts', 'test/workers/!(screens)/**/*.test.ts'], ['./test/fakes/smtp.ts']),
      pool('screens', ['test/workers/screens/!(demo|setup).test.ts']),
      // Whole organisations come and go here, with work that outlives the file.
      pool('first-run', ['test/workers/screens/@(demo|setup).test.ts']),
      // The runtime goes on listing the objects of earlier files, which slows each step of the clock: a few files each.
      pool('flows-a', ['test/flows/[a-d]*.test.ts']),
      pool('flows-e', ['test/flows/[e-m]*.test.ts']),
      pool('flows-n', ['test/flows/[n-p]*.test.ts']),
      pool('flows-q', ['test/flows/[q-r]*.test.ts']),
      pool('flows-s', ['test/flows/[!a-r]*.test.ts']),
    ],
  },
});
