import { expect, it } from 'vitest';
import { type BrowserFacts, situationOf } from './situation';

const facts = (more: Partial<BrowserFacts> = {}): BrowserFacts => ({
  isIos: false,
  isInstalled: false,
  hasPush: true,
  permission: 'default',
  known: false,
  ...more,
});

it.each([
  ['asks only after a tap', {}, 'ask'],
  ['sends an iPhone to the Home Screen first, whatever it claims', { isIos: true, permission: 'granted' }, 'install'],
  ['asks on an iPhone once it is there', { isIos: true, isInstalled: true }, 'ask'],
  ['has nothing to offer a browser without pushes', { hasPush: false }, 'unsupported'],
  ['leads to the settings when the answer was no', { permission: 'denied', known: true }, 'denied'],
  ['subscribes again where the server has lost the device', { permission: 'granted' }, 'ask'],
  ['is on with permission and a device that is known', { permission: 'granted', known: true }, 'on'],
] as const)('%s', (_, more, situation) => {
  expect(situationOf(facts(more))).toBe(situation);
});
