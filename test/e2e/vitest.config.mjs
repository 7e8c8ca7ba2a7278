import path from 'node:path';
import { defineConfig } from 'vitest/config';

// One file after the other and one process: they share the product and its data.
export default defineConfig({
  test: {
    name: 'browser',
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['test/e2e/**/*.e2e.mjs'],
    globalSetup: ['test/e2e/product.setup.mjs'],
    fileParallelism: false,
    isolate: false,
    // The local runtime ends by itself once in a while under load (docs/operations.md).
    retry: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
