import { describe, expect, it } from 'vitest';
import { isStaleSns, SNS_MAX_AGE_MS } from '../../../domain/ingest/signature/sns';
import { verifySnsMessage } from '../../../workers/access/sns-message';
import vectors from '../../fixtures/signatures/vectors.json';

const sns = vectors.vectors.filter(({ scheme }) => scheme === 'sns');
const fields = (name: string) => JSON.parse(sns.find((one) => one.case === name)?.body ?? '{}');

describe('a message of Amazon SNS', () => {
  it('has vectors to be checked with', () => expect(sns.length).toBeGreaterThan(10));

  for (const { case: name, body, valid } of sns) {
    it(`is ${valid || name === 'subscribe-url-foreign-host' ? 'genuine' : 'refused'}: ${name}`, async () => {
      const fetched: string[] = [];
      const verdict = await verifySnsMessage(JSON.parse(body), async (url) => {
        fetched.push(url);
        return vectors.snsCertPem;
      });
      if (name === 'subscribe-url-foreign-host') {
        // The signature holds; what must not happen is the visit.
        expect(verdict).toMatchObject({ ok: true, message: { subscribeUrl: null } });
        return;
      }
      expect(verdict.ok).toBe(valid);
      if (name.startsWith('cert-')) expect(fetched).toEqual([]);
    });
  }

  it('is left undecided while its certificate cannot be had', async () => {
    const verdict = await verifySnsMessage(fields('notification-v1'), async () => null);
    expect(verdict).toMatchObject({ ok: false, retry: true });
  });

  it.each(['', 'no certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'is refused under what is no certificate (%j)',
    async (pem) => {
      const verdict = await verifySnsMessage(fields('notification-v2'), async () => pem);
      expect(verdict).toMatchObject({ ok: false, retry: false });
    },
  );

  it('is stale an hour after it was signed', async () => {
    const verdict = await verifySnsMessage(fields('notification-v2'), async () => vectors.snsCertPem);
    if (!verdict.ok) throw new Error(verdict.reason);
    const { message } = verdict;
    const sentAt = Date.parse('2026-01-02T03:04:05.678Z');
    expect(isStaleSns(message, sentAt + SNS_MAX_AGE_MS)).toBe(false);
    expect(isStaleSns(message, sentAt + SNS_MAX_AGE_MS + 1)).toBe(true);
    expect(isStaleSns(message, sentAt - SNS_MAX_AGE_MS - 1)).toBe(true);
  });
});
