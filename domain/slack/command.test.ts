import { describe, expect, it } from 'vitest';
import { matchService, parseCommand } from './command';

describe('parseCommand', () => {
  it.each([
    ['', { verb: 'help' }],
    ['  HELP ', { verb: 'help' }],
    ['oncall', { verb: 'oncall' }],
    ['on-call please', { verb: 'oncall' }],
    ['who', { verb: 'who', about: null }],
    ['who checkout api', { verb: 'who', about: 'checkout api' }],
    ['declare checkout: it is down', { verb: 'declare', words: 'checkout: it is down' }],
    ['ack 1042', { verb: 'ack', id: '1042' }],
    ['acknowledge   #1042', { verb: 'ack', id: '#1042' }],
    ['ack INC_0123456789ABCDEF', { verb: 'ack', id: 'inc_0123456789abcdef' }],
    ['resolve 7', { verb: 'resolve', id: '7', note: null }],
    ['resolve 7 restarted\nthe pod', { verb: 'resolve', id: '7', note: 'restarted\nthe pod' }],
    ['note 7 looking <at> it', { verb: 'note', id: '7', body: 'looking <at> it' }],
  ])('reads %j', (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  it.each(['ack', 'ack disk', 'note 7', 'resolve', 'declare', 'dance', 'constructor', '__proto__'])(
    'says how to write it when it cannot read %j',
    (text) => {
      expect(parseCommand(text)).toMatchObject({ verb: 'unclear', usage: expect.stringMatching(/^\/opsknight /) });
    },
  );
});

const named = (...names: string[]) => names.map((name) => ({ id: `svc_${name}`, name }));
const services = named('checkout', 'checkout api', 'Search', 'Seats');

describe('matchService', () => {
  it.each([
    ['checkout is down', 'checkout', 'is down'],
    ['Checkout API: is down', 'checkout api', 'is down'],
    ['"checkout api" is down', 'checkout api', 'is down'],
    ['sear is slow', 'Search', 'is slow'],
    ['search', 'Search', ''],
  ])('finds the service in %j', (text, name, rest) => {
    expect(matchService(services, text)).toMatchObject({ service: { name }, rest });
  });

  it('asks which one when several could be meant, and none when no name fits', () => {
    expect(matchService(services, 'se is slow')).toEqual({ service: null, matches: services.slice(2) });
    expect(matchService(services, 'billing is down')).toEqual({ service: null, matches: [] });
    expect(matchService(services, '')).toEqual({ service: null, matches: [] });
  });
});
