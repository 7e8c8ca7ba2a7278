import { describe, expect, it } from 'vitest';
import { allowedOrigin } from './allowed-origin';

describe('the permission that CloudEvents ask for', () => {
  it('names the origin and no limit', () => {
    expect(allowedOrigin('eventgrid.azure.net')).toEqual({
      'webhook-allowed-origin': 'eventgrid.azure.net',
      'webhook-allowed-rate': '*',
    });
  });

  it('repeats nothing that is no origin', () => {
    for (const odd of [undefined, '', 'a\r\nb: c', 'x'.repeat(300)]) expect(allowedOrigin(odd)).toBeNull();
  });
});
