import { describe, expect, it } from 'vitest';
import { alertEvent, ignored, mapped, unmapped } from './event';
import { at, exactly, plainNames, textOf } from './fields';
import { labelsFrom, tagLabels } from './labels';
import { requestOf } from './testing/request';
import { httpLink, manyLines, oneLine, truncate } from './text';
import { anyInstant } from './times';

describe('text', () => {
  it('is cut at a code point, never through a pair', () => {
    expect(truncate('ab🔥', 3)).toBe('ab');
    expect(truncate('ab🔥', 4)).toBe('ab🔥');
    expect(truncate(`${'x'.repeat(499)}🔥`, 500)).toHaveLength(499);
  });

  it('becomes one line, or keeps its lines', () => {
    expect(oneLine(' a\r\n\tb\u0007\u2028c\u0085 ', 500)).toBe('a b c');
    expect(manyLines('a\r\nb\tc\u0000\u001b[31m', 500)).toBe('a\nb\tc[31m');
    expect(oneLine('\udc00', 10)).toBe('\ufffd');
  });

  it('links only to absolute http(s) addresses', () => {
    expect(httpLink('HTTPS://example.com/a?b=ü#c')).toBe('HTTPS://example.com/a?b=ü#c');
    for (const link of [
      'java\nscript:alert(1)',
      'https://',
      'https:// x',
      'http:example.com',
      '/a',
      `https://x/${'a'.repeat(9000)}`,
    ])
      expect(httpLink(link)).toBeNull();
  });
});

describe('fields', () => {
  it('follow own properties only', () => {
    const body: unknown = JSON.parse('{"__proto__":{"a":1},"b":{"c":0}}');
    expect(at(body, 'constructor', 'name')).toBeUndefined();
    expect(at(body, '__proto__', 'a')).toBe(1);
    expect(at(body, 'b', 'c')).toBe(0);
    expect(at([1], '0')).toBeUndefined();
  });

  it('say something when they are 0 or false, nothing when blank', () => {
    expect([0, false, '0', ' ', '', null, undefined, {}, [], Number.NaN].map(textOf)).toEqual([
      '0',
      'false',
      '0',
      ...Array(7).fill(null),
    ]);
  });

  it('are looked up exactly', () => {
    const map = { critical: 'HIGH' };
    expect(exactly(map, ' CRITICAL ')).toBe('HIGH');
    for (const word of ['criticality', 'non-critical', 'constructor', '__proto__', '', null])
      expect(exactly(map, word)).toBeNull();
  });

  it('have plain names', () => {
    expect(plainNames({ 'EVENT.ID': 1, event_id: 2, eventName: 3, 'Problem URL': 4 })).toEqual({
      eventid: 1,
      eventname: 3,
      problemurl: 4,
    });
  });
});

describe('labels', () => {
  it('leave out blank values and credentials', () => {
    expect(labelsFrom({ a: '', b: null, c: 0, d: false, Token: 'x', shared_secret: 'y', routing_key: 'z' })).toEqual({
      c: '0',
      d: 'false',
    });
  });

  it('come from tags', () => {
    expect(tagLabels('env:prod, monitor,url:http://x:80')).toEqual({
      env: 'prod',
      url: 'http://x:80',
      tags: 'monitor',
    });
    expect(tagLabels(['a:b', 'c', null, 1])).toEqual({ a: 'b', tags: 'c, 1' });
    expect(tagLabels({})).toEqual({});
  });
});

describe('times', () => {
  it('are read from any unit; zero is none', () => {
    const at = 1_772_446_500_000;
    for (const value of [
      at / 1000,
      at,
      at * 1000,
      String(at),
      String(at / 1000),
      '2026-03-02T10:15:00Z',
      '2026-03-02T10:15:00+0000',
      '2026-03-02 10:15:00 UTC',
      '2026-03-02 12:15:00 +0200',
    ])
      expect(anyInstant(value)).toBe(at);
    for (const value of [0, '0', '', null, -1, 'soon', '0001-01-01T00:00:00Z', '2026-03-02', {}, 1e30])
      expect(anyInstant(value)).toBeNull();
  });
});

describe('alertEvent', () => {
  it('has an urgency only where somebody is to be paged', () => {
    const about = { dedupKey: 'a', title: 't', urgency: 'HIGH' as const };
    expect(alertEvent({ ...about, action: 'trigger' }).urgency).toBe('HIGH');
    expect(alertEvent({ ...about, action: 'resolve' }).urgency).toBeNull();
    expect(alertEvent({ ...about, action: 'acknowledge' }).urgency).toBeNull();
  });

  it('never is a trigger without a title', () => {
    expect(alertEvent({ action: 'trigger', dedupKey: 'a', title: ' \n', otherTitles: [null, 'b'] }).title).toBe('b');
    expect(alertEvent({ action: 'trigger', dedupKey: 'a' }).title).not.toBe('');
    expect(alertEvent({ action: 'resolve', dedupKey: 'a' }).title).toBe('');
  });

  it('is kept with a reason when it pages nobody', () => {
    const request = requestOf('{"x":1}');
    expect(unmapped(request)).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
      dedupKey: expect.stringMatching(/^body:/),
    });
    expect(unmapped(request).dedupKey).toBe(unmapped(requestOf('{"x":1}')).dedupKey);
    expect(unmapped(request).dedupKey).not.toBe(unmapped(requestOf('{"x":2}')).dedupKey);
    expect(ignored(request, 'test', { dedupKey: 'k' })).toMatchObject({ dedupKey: 'k', reason: 'test' });
    expect(mapped(request, null, { dedupKey: 'k' })).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
      dedupKey: 'k',
    });
    expect(mapped(request, 'ignored', { dedupKey: 'k', severity: 'PAUSED' }).reason).toBe('no alert: PAUSED');
  });
});
