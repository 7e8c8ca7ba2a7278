import type { OutgoingMessage } from '../../../workers/senders/sender';

/** A mail ready to go, for the tests of senders. */
export const outgoing = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'ntf_0123456789abcdef01234567',
  incidentId: 'inc_0123456789abcdef01234567',
  channel: 'email',
  to: 'bo@example.test',
  recipientName: 'Bo',
  subject: '[P1] checkout-api: Error rate above 5 %',
  text: 'Error rate above 5 %\n',
  html: '<p>Error rate above 5 %</p>',
  attempt: 1,
  ...changes,
});
