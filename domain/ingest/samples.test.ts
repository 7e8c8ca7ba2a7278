import { describe, expect, it } from 'vitest';
import type { AlertEvent } from './adapter';
import { adapterFor, INTEGRATION_TYPES } from './registry';
import { acceptedActions, inboundOf, SAMPLES, type Sample, SEQUENCES, severityMatches } from './testing/samples';

// The route answers this one: an adapter never sees the key.
const LEFT_TO_THE_ROUTE = new Set(['pagerduty/20-invalid-routing-key-missing.json']);

const judged = SAMPLES.filter((sample) => !LEFT_TO_THE_ROUTE.has(sample.file));

function eventsOf(sample: Sample): AlertEvent[] {
  const result = adapterFor(sample.type)?.parse(inboundOf(sample));
  if (!result?.ok) throw new Error(`${sample.file}: ${result?.error.reason ?? 'no adapter'}`);
  return result.value;
}

describe.each(INTEGRATION_TYPES.map((type) => ({ type, samples: judged.filter((s) => s.type === type) })))(
  'sample payloads of $type',
  ({ type, samples }) => {
    it.each(samples.map((sample) => [sample.file, sample] as const))('%s', (_file, sample) => {
      if (sample.expect.httpStatus === 400) {
        const result = adapterFor(type)?.parse(inboundOf(sample));
        expect(result).toMatchObject({ ok: false, error: { reason: expect.stringMatching(/\w+.*\.$/) } });
        return;
      }
      const events = eventsOf(sample);
      expect(events).toHaveLength(sample.expect.events.length);
      for (const [index, wanted] of sample.expect.events.entries()) {
        const event = events[index];
        if (!event) throw new Error('missing event');
        expect(acceptedActions(wanted)).toContain(event.action);
        expect(event.dedupKey).not.toBe('');
        if (wanted.titleContains !== null)
          expect(event.title.toLowerCase()).toContain(wanted.titleContains.toLowerCase());
        if (wanted.vendorSeverity !== null) {
          const described = severityMatches(wanted.vendorSeverity, event);
          expect({ wanted: wanted.vendorSeverity, got: event.severity, described }).toMatchObject({ described: true });
        }
        if (event.action !== 'trigger' && event.action !== 'ignored') expect(event.urgency).toBeNull();
        else if (wanted.urgency !== null) expect(event.urgency).toBe(wanted.urgency);
        if (wanted.sourceLink !== null) expect(event.sourceLink).toBe(wanted.sourceLink);
      }
    });

    it.runIf(samples.length > 0)('gives one key to one identity, and different keys to different ones', () => {
      const keyOf = new Map<string, string>();
      const identityOf = new Map<string, string>();
      for (const sample of samples) {
        if (sample.expect.httpStatus === 400) continue;
        for (const [index, wanted] of sample.expect.events.entries()) {
          const key = eventsOf(sample)[index]?.dedupKey ?? '';
          if (wanted.identity === null || wanted.identity === '<generated>') continue;
          expect([sample.file, keyOf.get(wanted.identity) ?? key]).toEqual([sample.file, key]);
          expect([sample.file, identityOf.get(key) ?? wanted.identity]).toEqual([sample.file, wanted.identity]);
          keyOf.set(wanted.identity, key);
          identityOf.set(key, wanted.identity);
        }
      }
    });
  },
);

describe('sequences of one alert', () => {
  it('are there, and so are the samples', () => {
    expect(SEQUENCES.length).toBeGreaterThan(50);
    expect(SAMPLES.length).toBeGreaterThan(300);
  });

  it.each(SEQUENCES.map((sequence) => [`${sequence.type} ${sequence.identity}`, sequence] as const))(
    '%s',
    (_name, { steps }) => {
      const keys = steps.map((step) => {
        const sample = SAMPLES.find((one) => `public/${one.file}` === step.file);
        if (!sample) throw new Error(`no fixture ${step.file}`);
        const [event, wanted] = [eventsOf(sample)[step.index], sample.expect.events[step.index]];
        if (!event || !wanted) throw new Error(`no event ${step.index} in ${step.file}`);
        expect(acceptedActions(wanted)).toContain(event.action);
        return event.dedupKey;
      });
      expect(new Set(keys).size).toBe(1);
    },
  );
});
