import path from 'node:path';
import { defineConfig } from 'vitest/config';

// The test of crashes has the machine to itself: what it starts it kills.
export default defineConfig({
  test: {
    name: 'kill',
    root: path.resolve(import.meta.dirname, '../..'),
    include: ['test/kill/*.test.mjs'],
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
  },
});
