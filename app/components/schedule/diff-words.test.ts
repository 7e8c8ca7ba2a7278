import { expect, it } from 'vitest';
import { swapsOf, swapText, totalsOf } from './diff-words';

const zone = { locale: 'en-GB', timeZone: 'UTC' };
const ana = { id: 'usr_ana', name: 'Ana' };
const bo = { id: 'usr_bo', name: 'Bo' };
const span = (from: number, to: number) => ({
  start: new Date(Date.UTC(2026, 10, 28, from)).toISOString(),
  end: new Date(Date.UTC(2026, 10, 28, to)).toISOString(),
});
const said = (...changes: Parameters<typeof swapsOf>[0]) => swapsOf(changes).map((swap) => swapText(swap, zone));

it('says who takes over from whom', () => {
  const changes = [
    { user: ana, gains: [], loses: [span(12, 20)] },
    { user: bo, gains: [span(12, 20)], loses: [] },
  ];
  expect(said(...changes)).toEqual(['Ana loses Sat 28 Nov 12:00–20:00, Bo gains it']);
  expect(totalsOf(changes, 'en')).toEqual([
    { name: 'Ana', gains: null, loses: '8 hr' },
    { name: 'Bo', gains: '8 hr', loses: null },
  ]);
});

it('cuts where another takes over, and says where a gap opens or closes', () => {
  expect(
    said(
      { user: null, gains: [span(16, 20)], loses: [span(2, 4)] },
      { user: ana, gains: [span(2, 4)], loses: [span(12, 20)] },
      { user: bo, gains: [span(12, 16)], loses: [] },
    ),
  ).toEqual([
    'Ana gains Sat 28 Nov 02:00–04:00, where nobody was on call',
    'Ana loses Sat 28 Nov 12:00–16:00, Bo gains it',
    'Ana loses Sat 28 Nov 16:00–20:00, and nobody is on call',
  ]);
});

it('has nothing to say where nothing changes', () => {
  expect(said()).toEqual([]);
});
