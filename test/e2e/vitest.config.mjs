import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Files share the product and its data: each makes what it changes, and leaves the demo organisation as it was.
export default defineConfig({
  test: {
    name: 'browser',
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.e2e.mjs'],
    globalSetup: ['test/e2e/product.setup.mjs'],
    fileParallelism: false,
    isolate: false,
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
