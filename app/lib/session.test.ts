import { describe, expect, it } from 'vitest';
import { sameOriginPath, signInPath } from './session';

describe('where a sign-in leads to', () => {
  it.each([
    ['/incidents/1042?done=note', '/incidents/1042?done=note'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    [null, '/'],
  ])('%s', (given, expected) => {
    expect(sameOriginPath(given)).toBe(expected);
  });

  it.each([
    ['GET', '/incidents?status=any', '/login?next=%2Fincidents%3Fstatus%3Dany'],
    ['GET', '/incidents/7.data?_routes=root', '/login?next=%2Fincidents%2F7'],
    ['GET', '/_root.data', '/login'],
    ['POST', '/incidents/7?done=note', '/login?next=%2Fincidents%2F7'],
  ])('%s %s comes back to the page', (method, path, expected) => {
    expect(signInPath(new Request(`https://ops.example${path}`, { method }))).toBe(expected);
  });
});
