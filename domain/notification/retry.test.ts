import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  availabilityOf,
  type HttpVerdict,
  type ProviderHealth,
  parseResetAt,
  parseRetryAfter,
  retryDelaySeconds,
  verdictOfStatus,
} from './retry';

const NOW = Date.parse('2026-11-23T18:00:00Z');

describe('retryDelaySeconds', () => {
  it.each([
    [0, null, 5],
    [1, null, 5],
    [2, null, 15],
    [3, null, 30],
    [4, null, 60],
    [5, null, 120],
    [6, null, 300],
    [99, null, 300],
    [1, 2, 5],
    [1, 90, 90],
    [1, 6.2, 7],
    [6, 3600, 3600],
  ])('after attempt %s with Retry-After %s waits %s s', (attempt, retryAfter, seconds) => {
    expect(retryDelaySeconds(attempt, retryAfter)).toBe(seconds);
  });
});

describe('parseRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['-3', null],
    ['0', 0],
    ['7', 7],
    [' 7 ', 7],
    ['1.2', 2],
    ['Mon, 23 Nov 2026 18:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 17:00:00 GMT', 0],
    ['99999999999', null],
  ])('reads %j as %s s', (header, seconds) => {
    expect(parseRetryAfter(header, NOW)).toBe(seconds);
  });
});

describe('parseResetAt', () => {
  it.each([
    [null, null],
    ['', null],
    ['5', null],
    ['tomorrow', null],
    [String(NOW / 1000 + 7), 7],
    [String(NOW / 1000 - 7), 0],
  ])('reads %j as %s s', (header, seconds) => {
    expect(parseResetAt(header, NOW)).toBe(seconds);
  });
});

describe('verdictOfStatus', () => {
  it.each<[number | null, HttpVerdict]>([
    [200, 'sent'],
    [201, 'sent'],
    [202, 'sent'],
    [204, 'sent'],
    [301, 'setup'],
    [307, 'setup'],
    [400, 'message'],
    [401, 'setup'],
    [402, 'setup'],
    [403, 'setup'],
    [404, 'setup'],
    [405, 'setup'],
    [408, 'temporary'],
    [409, 'message'],
    [410, 'message'],
    [413, 'message'],
    [422, 'message'],
    [425, 'temporary'],
    [429, 'temporary'],
    [499, 'message'],
    [500, 'temporary'],
    [502, 'temporary'],
    [503, 'temporary'],
    [504, 'temporary'],
    [599, 'temporary'],
    [null, 'temporary'],
  ])('%s means %s', (status, verdict) => {
    expect(verdictOfStatus(status)).toBe(verdict);
  });
});

describe('health of a provider', () => {
  const failing = (times: readonly number[]): ProviderHealth | undefined =>
    times.reduce<ProviderHealth | undefined>((health, at) => afterFailure(health, NOW + at, null), undefined);

  it.each([
    [[], 0, 'ready'],
    [[0, 1, 2, 3], 4, 'ready'],
    [[0, 1, 2, 3, 4], 5, 'resting'],
    [[0, 1, 2, 3, 4], 60_003, 'resting'],
    [[0, 1, 2, 3, 4], 60_004, 'ready'],
    [[0, 1, 2, 3, 60_000], 60_001, 'ready'],
    [[0, 20_000, 40_000, 59_998, 59_999], 60_000, 'resting'],
  ])('failures at %j ms make it, at %s ms, %s', (failures, at, kind) => {
    expect(availabilityOf(failing(failures), NOW + at).kind).toBe(kind);
  });

  it('waits as long as its Retry-After asked, whatever comes after', () => {
    const health = afterFailure(afterFailure(undefined, NOW, 30), NOW + 1000, null);
    expect(availabilityOf(health, NOW + 1000)).toEqual({ kind: 'waiting', seconds: 29 });
    expect(availabilityOf(health, NOW + 30_000)).toEqual({ kind: 'ready' });
  });
});
