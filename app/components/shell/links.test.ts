import { expect, it } from 'vitest';
import { currentLink, MAIN_LINKS, type ShellLink } from './links';

const LINKS: ShellLink[] = [
  ...MAIN_LINKS,
  { to: '/schedules', word: 'Schedules' },
  { to: '/services', word: 'Services' },
];

it.each([
  ['/', 'Home'],
  ['/incidents/1042', 'Incidents'],
  ['/schedules/sch_1/edit', 'Schedules'],
  ['/covers/cov_1', 'On call'],
  ['/services', 'Services'],
  ['/services/svc_1', 'Services'],
])('%s stands under %s', (pathname, word) => {
  expect(currentLink(pathname, LINKS)?.word).toBe(word);
});

it('leaves what has no place in the frame to "More"', () => {
  expect(currentLink('/profile', LINKS)).toBeUndefined();
  expect(currentLink('/services-of-others', LINKS)).toBeUndefined();
});
