import { describe, expect, it } from 'vitest';
import { readBody } from './body';
import { readJson } from './json';
import { readMultipart } from './multipart';
import { eventsFrom, requestOf } from './testing/request';

const readValue = (body: string, contentType: string, query: Record<string, string> = {}): unknown => {
  const read = readBody(requestOf(body, { contentType, query }));
  return read.ok ? read.value.value : read.error.reason;
};

describe('readBody', () => {
  it('reads forms, and the JSON inside a form field called payload', () => {
    expect(readValue('a=1&b=%C3%BC+x&a=2', 'application/x-www-form-urlencoded; charset=utf-8')).toEqual({
      a: '2',
      b: 'ü x',
    });
    expect(readValue('payload=%7B%22a%22%3A1%7D', 'application/x-www-form-urlencoded')).toEqual({ a: 1 });
    expect(readValue('payload=plain', 'application/x-www-form-urlencoded')).toEqual({ payload: 'plain' });
    expect(readValue('__proto__=1&%=2', 'application/x-www-form-urlencoded')).toHaveProperty('%', '2');
  });

  it('reads multipart forms', () => {
    const body =
      '--b1\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"x":\r\n1}\r\n--b1\r\ncontent-disposition: form-data; name=plain\r\n\r\nyes\r\n--b1--\r\n';
    expect(readValue(body, 'multipart/form-data; boundary=b1')).toEqual({ data: '{"x":\n1}', plain: 'yes' });
    expect(readValue(body, 'multipart/form-data; boundary="b1"')).toEqual({ data: '{"x":\n1}', plain: 'yes' });
    expect(readValue(body, 'multipart/form-data')).toMatch(/\.$/);
    expect(readMultipart('multipart/form-data; boundary=zz', body)).toBeNull();
  });

  it('takes the query when there is no body, and says so when there is neither', () => {
    expect(readValue('', '', { monitorID: '1' })).toEqual({ monitorID: '1' });
    expect(readValue(' \n', 'application/json')).toBe('The body is empty.');
  });

  it('takes an unlabelled form for a form, but not every text', () => {
    expect(readValue('HOSTNAME=web&SERVICEDESC=a+b', 'text/plain')).toEqual({ HOSTNAME: 'web', SERVICEDESC: 'a b' });
    expect(readValue('HOSTNAME=web', '')).toEqual({ HOSTNAME: 'web' });
    expect(readValue('the disk=full now', 'text/plain')).toMatch(/not valid JSON/);
    expect(readValue('a=1', 'application/json')).toMatch(/not valid JSON/);
  });
});

describe('readJson', () => {
  it('keeps every digit of numbers that a double cannot hold', () => {
    expect(readJson('{"id":12345678901234567891,"n":-9007199254740993,"ok":9007199254740991}')).toEqual({
      ok: true,
      value: { id: '12345678901234567891', n: '-9007199254740993', ok: 9007199254740991 },
    });
    expect(readJson('[1502709956288000110, 0.12345678901234567890, 1e300]')).toEqual({
      ok: true,
      value: ['1502709956288000110', 0.12345678901234568, 1e300],
    });
  });

  it('leaves digits in text alone, with quotes and backslashes around them', () => {
    const value = { a: 'id 12345678901234567891 \\" x', 'k"12345678901234567891': '\\', c: [1] };
    expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value });
  });

  it('refuses what JSON refuses', () => {
    for (const text of ['', '{', '{"a":012345678901234567890}', "{'a':1}", 'NaN', '{"a":1}}'])
      expect(readJson(text).ok).toBe(false);
  });
});

describe('lines of JSON', () => {
  const lines = ['{"event_action":"resolve","dedup_key":"a"}', '', '{"event_action":"resolve","dedup_key":"b"}'];
  it.each(['application/x-ndjson', 'application/json', 'text/plain'])('are a batch, as %s', (contentType) => {
    const events = eventsFrom('events', `${lines.join('\r\n')}\n`, { contentType });
    expect(events.map(({ dedupKey }) => dedupKey)).toEqual(['a', 'b']);
  });
});
