import { describe, expect, it } from 'vitest';
import { allowedOrigin, validationAnswer } from './handshake';

const validation = {
  eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
  data: { validationCode: '512d38b6' },
};

describe('the handshake of Event Grid', () => {
  it('reads its code back', () => {
    expect(validationAnswer('azure', JSON.stringify([validation]))).toEqual({ validationResponse: '512d38b6' });
  });

  it('answers nothing else in that way', () => {
    expect(validationAnswer('webhook', JSON.stringify([validation]))).toBeNull();
    expect(validationAnswer('azure', JSON.stringify([{ ...validation, data: {} }]))).toBeNull();
    expect(validationAnswer('azure', JSON.stringify([{ eventType: 'SubscriptionValidationEvent' }]))).toBeNull();
    expect(validationAnswer('azure', 'SubscriptionValidationEvent')).toBeNull();
  });
});

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
