import { expect, it } from 'vitest';
import { atRoot } from './export';

it.each([
  ['https://ops.example/status/shop', '/status/shop'],
  ['https://status.example.com', ''],
])('the links of a copy of %s lead to its files, and to the live page where no file can answer', (address, prefix) => {
  const link = (path: string) => `<a href="${prefix}${path || (prefix ? '' : '/')}">`;
  const there = (path: string) => atRoot(link(path), address);
  expect(there('')).toBe('<a href="/">');
  expect(there('/reports/rep_1')).toBe('<a href="/reports/rep_1">');
  expect(there('/history?page=2')).toBe('<a href="/history/2">');
  expect(there('/subscribe')).toBe(`<a href="${address}/subscribe">`);
  expect(there('?lang=de')).toContain(`${address}`);
  expect(there('/history?page=2&amp;lang=de')).toBe(`<a href="${address}/history?page=2&amp;lang=de">`);
  expect(atRoot('<a href="/status/shopping">', 'https://ops.example/status/shop')).toBe('<a href="/status/shopping">');
});
