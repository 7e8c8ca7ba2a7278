import { expect, it } from 'vitest';
import { choiceOf, matches, paletteGroups, soughtIn } from './palette-groups';

const PLACES = [
  { to: '/', word: 'Home' },
  { to: '/services', word: 'Services' },
];
const FOUND = {
  incidents: [
    {
      id: 'inc_1',
      number: 1042,
      title: 'Checkout is slow',
      status: 'OPEN' as const,
      verbs: [{ verb: 'acknowledge', word: 'Acknowledge' }],
    },
  ],
  lists: [
    { label: 'Services', base: '/services', entries: [{ id: 'svc_1', name: 'checkout-api' }] },
    { label: 'People', base: '/users', entries: [] },
  ],
};

it('offers the ways of the frame before anything is typed', () => {
  expect(paletteGroups('', PLACES, undefined)).toEqual([
    {
      label: 'Go to',
      options: [
        { value: 'go /', word: 'Home' },
        { value: 'go /services', word: 'Services' },
      ],
    },
  ]);
});

it('offers what was found, and what can be done with it', () => {
  const groups = paletteGroups('check', PLACES, FOUND);
  expect(groups.map(({ label }) => label)).toEqual(['Incidents', 'Services']);
  expect(groups[0]?.options).toEqual([
    { value: 'go /incidents/1042', word: '#1042 Checkout is slow · Open' },
    { value: 'act /incidents/1042 acknowledge', word: 'Acknowledge #1042 Checkout is slow' },
  ]);
  expect(groups[1]?.options).toEqual([{ value: 'go /services/svc_1', word: 'checkout-api' }]);
});

it('offers to override a schedule that was found', () => {
  const does = { word: 'Override', path: '/overrides/new' };
  const entries = [{ id: 'sch_1', name: 'Payments weekly' }];
  const found = { incidents: [], lists: [{ label: 'Schedules', base: '/schedules', entries, does }] };
  expect(paletteGroups('override pay', PLACES, found)[0]?.options).toEqual([
    { value: 'go /schedules/sch_1', word: 'Payments weekly' },
    { value: 'go /schedules/sch_1/overrides/new', word: 'Override Payments weekly' },
  ]);
});

it.each([
  ['Payments weekly', 'pay', true],
  ['Payments weekly', 'WEEK pay', true],
  ['Payments weekly', 'pay night', false],
])('%s matches %s: %s', (name, sought, does) => {
  expect(matches(name, sought)).toBe(does);
});

it.each([
  ['go /services/svc_1', { kind: 'go', to: '/services/svc_1' }],
  ['act /incidents/1042 acknowledge', { kind: 'act', to: '/incidents/1042', verb: 'acknowledge' }],
  ['nonsense', null],
])('%s', (value, choice) => {
  expect(choiceOf(value)).toEqual(choice);
});

it.each([
  ['ack #1042', '#1042'],
  ['Acknowledge checkout', 'checkout'],
  ['acker', 'acker'],
  ['override payments', 'payments'],
  ['who is on call for checkout?', 'checkout'],
  ['  ana ', 'ana'],
])('%s looks for %s', (typed, sought) => {
  expect(soughtIn(typed)).toBe(sought);
});
