import { describe, expect, it } from 'vitest';
import { type ListedService, listed, readListing, sortLink } from './listing';

const service = (name: string, team: string | null, open = 0): ListedService => ({
  id: name,
  name,
  team: team === null ? null : { id: team, name: team },
  policy: null,
  open,
});
const ALL = [
  service('web-10', 'Payments'),
  service('web-2', null, 3),
  service('Api', 'Core', 3),
  service('cron', 'Core'),
];
const order = (search: string) => {
  const { q, sort } = readListing(new URLSearchParams(search));
  return listed(ALL, q, sort).map(({ name }) => name);
};

describe('the list of services', () => {
  it.each([
    ['', ['Api', 'cron', 'web-2', 'web-10']],
    ['sort=-name', ['web-10', 'web-2', 'cron', 'Api']],
    ['sort=team', ['Api', 'cron', 'web-10', 'web-2']],
    ['sort=-team', ['web-10', 'Api', 'cron', 'web-2']],
    ['sort=-open', ['Api', 'web-2', 'cron', 'web-10']],
    ['sort=nonsense', ['Api', 'cron', 'web-2', 'web-10']],
    ['q=WEB', ['web-2', 'web-10']],
    ['q=core&sort=-name', ['cron', 'Api']],
  ])('%s', (search, expected) => {
    expect(order(search)).toEqual(expected);
  });

  it('turns round where it is pressed again', () => {
    expect(sortLink('', { by: 'name', down: false }, 'name')).toBe('/services?sort=-name');
    expect(sortLink('a b', { by: 'name', down: true }, 'name')).toBe('/services?q=a+b');
    expect(sortLink('', { by: 'name', down: false }, 'open')).toBe('/services?sort=-open');
  });
});
