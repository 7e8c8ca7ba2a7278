import type { CodeTable } from '../fault';

/**
 * PROVIDERS: Twilio SMS / WhatsApp / voice. Codes of answers and of status callbacks; Twilio splits codes, so what is not
 * here is judged by the HTTP status.
 */
export const TWILIO_CODES: CodeTable = {
  '20429': 'temporary',
  // The queue of this From is full, for hours: another sender may do better at once.
  '21611': 'temporary',
  '30001': 'temporary',
  '30003': 'temporary',
  '30008': 'temporary',
  '63018': 'temporary',
  '21211': 'recipient',
  '21610': 'recipient',
  '21612': 'recipient',
  '21614': 'recipient',
  '30004': 'recipient',
  '30005': 'recipient',
  '30006': 'recipient',
  '63024': 'recipient',
  '20003': 'setup',
  '21212': 'setup',
  '21408': 'setup',
  '21603': 'setup',
  '21606': 'setup',
  '21910': 'setup',
  '30002': 'setup',
  '30007': 'setup',
  '30034': 'setup',
  '30036': 'setup',
  '63016': 'setup',
};
