import type { AlertAction, AlertEvent, InboundRequest } from '../adapter';

// Only tests import this file.

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

const FOLDER = '../../../test/fixtures/payloads/';
const FILES = import.meta.glob<string>('../../../test/fixtures/payloads/**/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Every fixture, by type and file name. */
export const SAMPLES: Sample[] = Object.keys(FILES)
  .map((path) => ({ path, file: path.slice(FOLDER.length) }))
  .filter(({ file }) => file.includes('/'))
  .map(({ path, file }) => ({ ...(JSON.parse(FILES[path] ?? '{}') as Sample), file }));

export type Sequence = { type: string; identity: string; steps: { file: string; index: number; action: string }[] };

/** Requests that belong to one alert. */
export const SEQUENCES: Sequence[] = (
  JSON.parse(FILES[`${FOLDER}SEQUENCES.json`] ?? '{"sequences":[]}') as { sequences: Sequence[] }
).sequences;

/** A body as it would come over the wire. */
export const wireBody = (body: unknown): string =>
  body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);

/** The request as the routes hand it to an adapter: key taken out of path, query and headers. */
export function inboundOf(sample: Sample, body: string = wireBody(sample.request.body)): InboundRequest {
  const address = sample.request.path.replace(/<[^>]*>/g, 'key');
  const url = new URL(address.startsWith('/') ? address : '/', 'http://localhost');
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
