import path from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers';
import { defineConfig } from 'vitest/config';

const alias = { '~': path.resolve('app') };

// Kinds of test, each a project: `domain` and `tools` are plain Node; `runtime`, of test/workers and test/flows, runs
// inside workerd. Browser tests have a configuration of their own, in test/e2e.
// `npx vitest run --project domain domain/schedule` runs a part.
const pool = (name: string, include: string[], globalSetup: string[]) => ({
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
    // What files share here are pure functions: to load them again for each would take longer than its tests.
    isolate: false,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: { name: 'domain', include: ['domain/**/*.test.ts', 'app/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'tools', include: ['test/lint/**/*.test.mjs'] } },
      // One project: each has runtimes of its own, and one takes half a minute to load the product and its screens.
      pool('runtime', ['test/workers/**/*.test.ts', 'test/flows/*.test.ts'], ['./test/fakes/smtp.ts']),
    ],
  },
});
