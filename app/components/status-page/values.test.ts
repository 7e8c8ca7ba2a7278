import { expect, it } from 'vitest';
import { changedComponents } from './values';

const IDS = ['a', 'b', 'c'];

const component = (id: string) => ({
  id,
  name: id,
  description: null,
  group: null,
  serviceIds: [],
  manual: null,
  createdAt: 0,
  updatedAt: 0,
  state: 'OPERATIONAL' as const,
  source: 'nothing' as const,
});

it('takes an order only if it holds every component once', () => {
  const ordered = (order: string) => {
    const form = new FormData();
    form.set('verb', 'order');
    form.set('order', order);
    return changedComponents(IDS.map(component), form)?.map(({ id }) => id) ?? null;
  };
  expect(ordered('c a b')).toEqual(['c', 'a', 'b']);
  expect(ordered('c a')).toBeNull();
  expect(ordered('c a a')).toBeNull();
  expect(ordered('c a b x')).toBeNull();
});
