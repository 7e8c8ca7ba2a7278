import { type Failure, HTTP_STATUS } from '../../../domain/shared/errors';
import type { Result } from '../../../domain/shared/result';

type Document = { type: string; body: string; policy: string | null };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const PLAIN = "default-src 'none'; base-uri 'none'; frame-ancestors 'self'";

/** A preview as the document of its frame, or in its place why there is none. */
export function previewAnswer(made: Result<Document>): Response {
  const headers = (policy: string) => ({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'private, no-store',
  });
  if (made.ok) return new Response(made.value.body, { headers: headers(made.value.policy ?? PLAIN) });
  const { message, code } = made.error satisfies Failure;
  const body = `<!doctype html><html lang="en"><title>No preview</title><meta name="color-scheme" content="light dark"><p>${escaped(message)}</p></html>`;
  return new Response(body, { status: HTTP_STATUS[code], headers: headers(PLAIN) });
}
