import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { COMPONENT_STATES } from '../component';
import { statusDocument } from './documents';
import { samplePage } from './page.testing';

const NOW = Date.parse('2026-11-28T12:00:00Z');
/** PERFORMANCE P7, for six components, bars of 90 days and two incidents. */
const MOST_BYTES = 8_700;

it.each(COMPONENT_STATES)('weighs little, and loads nothing: %s', (state) => {
  const page = samplePage(NOW, state);
  const html = statusDocument(page, 'https://ops.example/status/sample', { path: '', language: null, number: 1 })?.body;
  const bytes = gzipSync(html ?? '').length;
  console.log(`status page, ${state}: ${bytes} bytes of HTML in gzip`);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  expect(html).not.toMatch(/<link rel="stylesheet"|<script src|style="/);
});
