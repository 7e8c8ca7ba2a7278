// The page of P7, made anew for every request: what the first visitor after a change waits for.
import { statusDocument } from '../../../domain/status-page/render/documents';
import { samplePage } from '../../../domain/status-page/render/page.testing';

const page = samplePage(Date.parse('2026-11-28T12:00:00Z'), 'PARTIAL_OUTAGE');

export default {
  fetch(): Response {
    const made = statusDocument(page, 'https://ops.example/status/sample', { path: '', language: null, number: 1 });
    return new Response(made?.body, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  },
};
