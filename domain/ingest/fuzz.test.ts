import { describe, expect, it } from 'vitest';
import { ALERT_ACTIONS, type AlertEvent, type InboundRequest } from './adapter';
import { ADAPTERS, INTEGRATION_TYPES } from './registry';
import { inboundOf, SAMPLES, wireBody } from './testing/samples';

// Structure-aware: real payloads with fields dropped, swapped for odd values, doubled or buried. Seeded, so a failure repeats.

const ROUNDS_PER_TYPE = 120;

function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}0${'}'.repeat(depth)}`);
const ODD: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  '',
  ' ',
  '0',
  'null',
  [],
  {},
  [[]],
  [null],
  { a: null },
  'x'.repeat(3000),
  '\ud800',
  '\u0000\u001b[31m',
  '{"a":1',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '9'.repeat(400),
  'acknowledgement pending',
  'not resolved',
  '%E0%A4%A',
  nested(500),
];

function mutate(value: unknown, random: (below: number) => number): unknown {
  if (random(12) === 0) return ODD[random(ODD.length)];
  if (Array.isArray(value)) {
    const items = value.map((item) => mutate(item, random));
    if (random(8) === 0) items.push(items[0], ODD[random(ODD.length)]);
    return random(10) === 0 ? items.slice(1) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (random(14) === 0) return [];
    if (random(25) === 0)
      return [
        ['__proto__', item],
        [key, item],
      ];
    return [[key, mutate(item, random)]];
  });
  return Object.fromEntries(entries);
}

function mutateText(text: string, random: (below: number) => number): string {
  const from = random(text.length + 1);
  switch (random(5)) {
    case 0:
      return text.slice(0, from);
    case 1:
      return text.slice(0, from) + text.slice(from + random(40));
    case 2:
      return `${text.slice(0, from)}\ufffd${text.slice(from + 1)}`;
    case 3:
      return text + text.slice(from);
    default:
      return text.replace(/=/g, (sign) => (random(6) === 0 ? '&' : sign));
  }
}

const CONTENT_TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
];

function check(event: AlertEvent): void {
  expect(ALERT_ACTIONS).toContain(event.action);
  expect(event.dedupKey).not.toBe('');
  if (event.action === 'trigger') expect(event.title).not.toBe('');
  expect(event.title.length).toBeLessThanOrEqual(500);
  expect(event.title.isWellFormed() && event.dedupKey.isWellFormed()).toBe(true);
  expect(event.description?.length ?? 0).toBeLessThanOrEqual(10_000);
  expect(Object.keys(event.labels).length).toBeLessThanOrEqual(100);
  expect(event.sourceLink === null || /^https?:\/\//i.test(event.sourceLink)).toBe(true);
  for (const time of [event.occurredAt, event.startedAt])
    expect(time === null || Number.isSafeInteger(time)).toBe(true);
  expect(() => structuredClone(event)).not.toThrow();
}

describe.each(INTEGRATION_TYPES.map((type) => ({ type })))('odd payloads of $type', ({ type }) => {
  it('never throw, and what comes out is bounded and well-formed', () => {
    const random = chance(type.length * 7919 + type.charCodeAt(0));
    const samples = SAMPLES.filter((sample) => sample.type === type && wireBody(sample.request.body).length < 40_000);
    if (samples.length === 0) samples.push(...SAMPLES.filter((sample) => sample.type === 'webhook').slice(0, 3));
    for (let round = 0; round < ROUNDS_PER_TYPE; round += 1) {
      const sample = samples[random(samples.length)];
      if (!sample) return;
      const { body } = sample.request;
      const text =
        typeof body === 'string' || random(4) === 0
          ? mutateText(wireBody(body), random)
          : JSON.stringify(mutate(body, random));
      const request: InboundRequest = inboundOf(sample, text ?? '');
      if (random(10) === 0) request.contentType = CONTENT_TYPES[random(CONTENT_TYPES.length)] ?? '';
      const result = ADAPTERS[type].parse(request);
      if (result.ok) result.value.forEach(check);
      else expect(result.error.reason).toMatch(/\.$/);
    }
  });
});

/** Words by which vendors say that somebody has taken an alert. */
const TAKEN = /ack|snooz|archiv|assign|ignored|user_action|^yes$/i;

function negated(value: unknown): unknown {
  if (typeof value === 'string') return value.length < 40 && TAKEN.test(value) ? `not ${value}` : value;
  if (Array.isArray(value)) return value.map(negated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, negated(item)]));
}

describe('a word that only contains an acknowledgement', () => {
  const samples = SAMPLES.filter(
    (sample) =>
      sample.expect.events.some((event) => event.action === 'acknowledge') && typeof sample.request.body === 'object',
  ).filter((sample) => JSON.stringify(negated(sample.request.body)) !== JSON.stringify(sample.request.body));

  it.each(samples.map((sample) => [sample.file, sample] as const))('never acknowledges: %s', (_file, sample) => {
    // An acknowledgement that comes by path (Opsgenie) or by time and person (New Relic) is none of words.
    const request = { ...inboundOf(sample, JSON.stringify(negated(sample.request.body))), rest: [] };
    const result = ADAPTERS[sample.type as keyof typeof ADAPTERS].parse(request);
    const actions = result.ok ? result.value.map((event) => event.action) : [];
    expect(actions).not.toContain('acknowledge');
  });
});

describe('bodies made to be slow', () => {
  const LENGTH = 200_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
  const pieces = [
    '<',
    '<style>',
    '(',
    ' ',
    '=',
    '=?a?q?',
    '+',
    '"\\"',
    '[',
    '][',
    '\n',
    '--x\n',
    '&lt',
    'a=',
    '%',
    '{{',
    '*',
  ];

  it.each(pieces.map((piece) => [JSON.stringify(piece), fill(piece)]))(
    '%s repeated is read in time',
    (_piece, text) => {
      const bodies: [string, InboundRequest['contentType']][] = [
        [text, ''],
        [
          JSON.stringify({
            msg: text,
            title: text,
            subject: text,
            to: text,
            html: text,
            monitor: null,
            heartbeat: null,
          }),
          'application/json',
        ],
        [`Subject: ${text.replaceAll('\n', '')}\nContent-Type: text/html\n\n${text}`, 'message/rfc822'],
        [text, 'multipart/form-data; boundary=x'],
        [text, 'application/x-www-form-urlencoded'],
      ];
      for (const [body, contentType] of bodies) {
        for (const type of ['email', 'uptime-kuma', 'datadog', 'webhook'] as const) {
          const request = { method: 'POST', contentType, headers: {}, query: {}, rest: [], body, receivedAt: 0 };
          const result = ADAPTERS[type].parse(request);
          if (result.ok) result.value.forEach(check);
        }
      }
    },
  );

  it('thousands of entries that say nothing are read', () => {
    const body = `{"alerts":[${Array.from({ length: 20_000 }, () => 1).join(',')}]}`;
    const result = ADAPTERS.prometheus.parse({
      method: 'POST',
      contentType: '',
      headers: {},
      query: {},
      rest: [],
      body,
      receivedAt: 0,
    });
    expect(result.ok && result.value.length).toBe(20_000);
  });
});
