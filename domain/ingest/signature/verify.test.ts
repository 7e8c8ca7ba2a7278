import { describe, expect, it } from 'vitest';
import vectors from '../../../test/fixtures/signatures/vectors.json';
import { signaturePrimitives } from '../../../workers/access/signature-primitives';
import { MINUTE } from '../../shared/time';
import { SCHEMES } from './schemes';
import { verifySignature } from './verify';

type Vector = {
  scheme: string;
  case: string;
  valid: boolean;
  secret?: string;
  publicKey?: string;
  now?: number;
  headers: Record<string, string>;
  body: string;
  seenTokens?: string[];
};

const TYPES: Record<string, keyof typeof SCHEMES> = {
  github: 'github',
  'gitlab-token': 'gitlab',
  'gitlab-signing-token': 'gitlab',
  'standard-webhooks': 'webhook',
  'svix (Resend, Clerk ...)': 'email',
  sentry: 'sentry',
  vercel: 'vercel',
  'pagerduty-v3': 'pagerduty',
  'grafana-hmac': 'grafana',
  checkly: 'checkly',
  'splunk-observability': 'splunk-observability',
  cloudflare: 'cloudflare',
  honeycomb: 'honeycomb',
  'mailgun-inbound': 'email',
};

const all = (vectors.vectors as unknown as Vector[]).filter(({ scheme }) => Object.hasOwn(TYPES, scheme));
const NOW = 1_780_000_000_000;

type Over = { secrets?: { secret: string; until: number | null }[]; body?: Uint8Array<ArrayBuffer>; now?: number };

const judge = (vector: Vector, over: Over = {}) => {
  const scheme = SCHEMES[TYPES[vector.scheme] ?? 'github'];
  if (!scheme) throw new Error(vector.scheme);
  const body = over.body ?? new Uint8Array(new TextEncoder().encode(vector.body));
  const call = { headers: vector.headers, body, text: new TextDecoder().decode(body) };
  const secrets = over.secrets ?? [{ secret: vector.secret ?? vector.publicKey ?? '', until: null }];
  const now = over.now ?? (vector.now === undefined ? NOW : vector.now * 1000);
  return verifySignature(scheme, call, secrets, now, signaturePrimitives);
};

describe('vendors’ signatures', () => {
  it('are tried with vectors of every scheme', () => {
    expect(new Set(all.map(({ scheme }) => scheme))).toEqual(new Set(Object.keys(TYPES)));
  });

  it.each(all.map((vector) => [`${vector.scheme}: ${vector.case}`, vector] as const))('%s', async (_name, vector) => {
    const verdict = await judge(vector);
    if (vector.seenTokens) {
      // The signature of a replay is right: its key is what tells.
      const first = all.find(({ scheme, valid }) => scheme === vector.scheme && valid);
      expect(verdict).toMatchObject({ ok: true });
      expect(first && (await judge(first))).toMatchObject({ ok: true, replayKey: expect.any(String) });
      return;
    }
    expect(verdict.ok).toBe(vector.valid);
  });

  const good = all.filter(({ valid, seenTokens, scheme }) => valid && !seenTokens && scheme !== 'mailgun-inbound');

  it.each(good.map((vector) => [`${vector.scheme}: ${vector.case}`, vector] as const))(
    'no byte may change: %s',
    async (_name, vector) => {
      const body = new Uint8Array(new TextEncoder().encode(vector.body));
      const last = body.length - 1;
      body[last] = (body[last] ?? 0) ^ 1;
      const scheme = SCHEMES[TYPES[vector.scheme] ?? 'github'];
      const call = { headers: vector.headers, body, text: vector.body };
      const isToken = scheme?.read(call, vector.secret ?? '')?.kind === 'token';
      expect((await judge(vector, { body })).ok).toBe(isToken);
    },
  );

  it.each(good.map((vector) => [`${vector.scheme}: ${vector.case}`, vector] as const))(
    'an old secret counts until the end of its overlap and no longer: %s',
    async (_name, vector) => {
      const now = vector.now === undefined ? NOW : vector.now * 1000;
      const old = vector.secret ?? vector.publicKey ?? '';
      const secrets = (until: number) => [
        { secret: 'quite another one', until: null },
        { secret: old, until },
      ];
      expect((await judge(vector, { secrets: secrets(now + 1) })).ok).toBe(true);
      expect((await judge(vector, { secrets: secrets(now) })).ok).toBe(false);
    },
  );

  it('refuse when no secret stands, also where the header is empty', async () => {
    for (const vector of good) {
      expect((await judge(vector, { secrets: [] })).ok).toBe(false);
      expect((await judge(vector, { secrets: [{ secret: '', until: null }] })).ok).toBe(false);
    }
  });

  it('tell a second delivery of the same bytes by its key, and not another delivery', async () => {
    const [a, b] = good.filter(({ scheme }) => scheme === 'sentry');
    if (!a || !b) throw new Error('no vectors');
    const [first, again, other] = [await judge(a), await judge(a), await judge(b)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
  });

  it('know a replay by what was signed, whatever stands beside it', async () => {
    const junk = { github: `,sha256=${'0'.repeat(64)}`, 'pagerduty-v3': `,v1=${'0'.repeat(64)}` };
    const standard = good.find(
      (vector) => vector.scheme === 'standard-webhooks' && vector.secret?.startsWith('whsec_'),
    );
    const named = Object.entries({ ...junk, 'standard-webhooks': ' v1,AAAA' });
    for (const [scheme, more] of named) {
      const vector = scheme === 'standard-webhooks' ? standard : good.find((one) => one.scheme === scheme);
      if (!vector) throw new Error(scheme);
      const signature = Object.keys(vector.headers).find((name) => /signature/.test(name)) ?? '';
      const changed = {
        ...vector.headers,
        [signature]: `${vector.headers[signature]}${more}`,
      };
      const [first, again] = [await judge(vector), await judge({ ...vector, headers: changed })];
      expect([scheme, first.ok, again]).toEqual([scheme, true, first]);
    }
  });

  it('let Grafana remind with the same bytes where it signs no time', async () => {
    const plain = good.find(({ scheme, case: name }) => scheme === 'grafana-hmac' && name === 'body-only');
    const timed = good.find(({ scheme, case: name }) => scheme === 'grafana-hmac' && name === 'with-timestamp');
    if (!plain || !timed) throw new Error('no vectors');
    expect(await judge(plain)).toEqual({ ok: true, replayKey: null });
    expect(await judge(timed)).toEqual({ ok: true, replayKey: expect.any(String) });
  });

  it('keep to five minutes either way where a time is signed', async () => {
    const vector = good.find(({ scheme, case: name }) => scheme === 'standard-webhooks' && name === 'unicode');
    if (!vector?.now) throw new Error('no vector');
    const sentAt = Number(vector.headers['webhook-timestamp']) * 1000;
    for (const [offset, ok] of [
      [5 * MINUTE, true],
      [-5 * MINUTE, true],
      [5 * MINUTE + 1, false],
      [-5 * MINUTE - 1, false],
    ] as const) {
      expect((await judge(vector, { now: sentAt + offset })).ok).toBe(ok);
    }
  });
});

describe('StatusCake’s token', () => {
  it('is found in a form and in JSON', async () => {
    const vector = (headers: Record<string, string>, body: string): Vector => ({
      ...{ scheme: 'x', case: 'x', valid: true, secret: 'abc' },
      headers,
      body,
    });
    const scheme = SCHEMES.statuscake;
    if (!scheme) throw new Error('no scheme');
    for (const { headers, body, secret } of [
      vector({ 'content-type': 'application/x-www-form-urlencoded' }, 'URL=x&Token=abc'),
      vector({ 'content-type': 'application/json' }, '{"Token":"abc"}'),
    ]) {
      const call = { headers, body: new Uint8Array(new TextEncoder().encode(body)), text: body };
      const verdict = (given: string) =>
        verifySignature(scheme, call, [{ secret: given, until: null }], NOW, signaturePrimitives);
      expect((await verdict(secret ?? '')).ok).toBe(true);
      expect((await verdict('abd')).ok).toBe(false);
    }
  });
});
