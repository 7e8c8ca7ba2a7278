import { expect, it } from 'vitest';
import { healthLines } from './health-words';

const zone = { locale: 'en', timeZone: 'UTC' };
const words = (...findings: Parameters<typeof healthLines>[0][number][]) =>
  healthLines(findings, zone, () => 'Mon 09:00');
const ana = { id: 'usr_ana', name: 'Ana' };

it('leads to the person who has to do something', () => {
  expect(words({ kind: 'person-unreachable', user: ana })).toEqual([
    {
      key: expect.any(String),
      text: 'Ana has no verified contact method: a page would not arrive.',
      to: '/users/usr_ana',
    },
  ]);
});

it('names layers, and when they end', () => {
  const said = words({ kind: 'layer-ended', layer: 'Primary', at: 1 }, { kind: 'layer-empty', layer: '' });
  expect(said.map(({ text }) => text)).toEqual([
    '“Primary” ended Mon 09:00 and nothing follows it.',
    'A layer has nobody in it.',
  ]);
});

it('counts gaps beyond the third, after everything else', () => {
  const gap = (day: number) => ({
    kind: 'gap' as const,
    start: `2026-11-0${day}T08:00:00Z`,
    end: `2026-11-0${day}T09:30:00Z`,
  });
  const said = words(gap(1), gap(2), gap(3), gap(4), gap(5), { kind: 'no-layers' });
  expect(said).toHaveLength(5);
  expect(said[0]?.text).toContain('no layer');
  expect(said[1]?.text).toBe('Nobody is on call Sun Nov 1 08:00–09:30, 1 hr 30 min.');
  expect(said[4]?.text).toBe('2 more gaps in the next 30 days.');
});
