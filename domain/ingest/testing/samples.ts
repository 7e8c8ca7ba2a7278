import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AlertAction, AlertEvent, InboundRequest } from '../adapter';

// Only tests import this file; it alone reads the disk.

export type ExpectedEvent = {
  action: string;
  alsoAccept?: string[];
  identity: string | null;
  titleContains: string | null;
  vendorSeverity: string | null;
  urgency: string | null;
  sourceLink: string | null;
};

export type Sample = {
  type: string;
  file: string;
  request: { method: string; path: string; headers: Record<string, string>; body: unknown };
  expect: { events: ExpectedEvent[]; httpStatus?: number };
};

const FOLDER = path.resolve('test/fixtures/payloads');

/** Every fixture, by type and file name. */
export const SAMPLES: Sample[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^/]+\/[^/]+\.json$/.test(file))
  .sort()
  .map((file) => ({ ...(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Sample), file }));

/** A body as it would come over the wire. */
export const wireBody = (body: unknown): string =>
  body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);

/** The request as the routes hand it to an adapter: key taken out of path, query and headers. */
export function inboundOf(sample: Sample, body: string = wireBody(sample.request.body)): InboundRequest {
  const url = new URL(/^\S*$/.test(sample.request.path) ? sample.request.path : '/', 'http://localhost');
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => name !== 'key'));
  const headers = Object.fromEntries(
    Object.entries(sample.request.headers)
      .filter(([, value]) => !value.startsWith('<'))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    method: sample.request.method,
    contentType: headers['content-type'] ?? '',
    headers,
    query,
    rest: restOf(url.pathname),
    body,
    receivedAt: Date.UTC(2026, 10, 23),
  };
}

function restOf(pathname: string): string[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts[0] === 'v2' && parts[1] === 'alerts') return parts.slice(2).map(decodeURIComponent);
  return parts[0] === 'api' ? parts.slice(4).map(decodeURIComponent) : [];
}

const WORDS: Record<string, AlertAction> = { ignore: 'ignored', confirm: 'confirmed' };

/** The actions that a sample takes for right, in our words. */
export const acceptedActions = (expected: ExpectedEvent): string[] =>
  [expected.action, ...(expected.alsoAccept ?? [])].map((word) => WORDS[word] ?? word);

/** True when the vendor's word is what the sample describes ("4 (High)" describes "High"). */
export function severityMatches(expected: string, event: AlertEvent): boolean {
  const [wanted, got] = [expected.toLowerCase(), (event.severity ?? '').toLowerCase()];
  return got !== '' && (wanted.includes(got) || got.includes(wanted));
}
