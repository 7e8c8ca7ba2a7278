import { describe, expect, it } from 'vitest';
import { isReceiptMac, receiptMac } from './mac';
import { readTarget } from './receipt';
import { readResendEvent, resendEvent } from './resend';
import { readSendgridEvents } from './sendgrid';
import { readSesEvent, sesEvent } from './ses';
import { readTwilioStatus } from './twilio';

const NTF = `ntf_${'0123456789ab'.repeat(2)}`;
const INC = `inc_${'0123456789ab'.repeat(2)}`;
const MES = `mes_${'0123456789ab'.repeat(2)}`;
const SID = `SM${'0123456789abcdef'.repeat(2)}`;
const CALL = `CA${'0123456789abcdef'.repeat(2)}`;

describe('the ids that a callback carries', () => {
  it.each([
    [NTF, INC, { notificationId: NTF, incidentId: INC }],
    [MES, undefined, { notificationId: MES, incidentId: null }],
    [NTF, undefined, null],
    [NTF, '../x', null],
    [`${NTF}x`, INC, null],
    [42, INC, null],
  ])('%s of %s', (notification, incident, expected) => {
    expect(readTarget(notification, incident)).toEqual(expected);
  });
});

describe('Twilio', () => {
  it.each([
    [{ MessageStatus: 'queued' }, null],
    [{ MessageStatus: 'sent' }, null],
    [{ MessageStatus: 'delivered' }, 'DELIVERED'],
    [{ MessageStatus: 'read' }, 'READ'],
    [{ MessageStatus: 'undelivered', ErrorCode: '30003' }, 'temporary'],
    [{ MessageStatus: 'undelivered', ErrorCode: '30005' }, 'recipient'],
    [{ MessageStatus: 'failed', ErrorCode: '21610' }, 'recipient'],
    [{ MessageStatus: 'undelivered', ErrorCode: '30007' }, 'setup'],
    [{ MessageStatus: 'failed', ErrorCode: '99999' }, 'message'],
    [{ MessageStatus: 'failed', ErrorCode: 'constructor' }, 'message'],
  ])('says of a message %j: %s', (params, expected) => {
    const news = readTwilioStatus({ MessageSid: SID, ...params })?.news;
    expect(news ? (news.state === 'FAILED' ? news.cause : news.state) : null).toBe(expected);
  });

  it.each([
    [{ CallStatus: 'ringing' }, null],
    [{ CallStatus: 'in-progress' }, null],
    [{ CallStatus: 'completed' }, 'DELIVERED'],
    [{ CallStatus: 'busy' }, 'twilio: the line was busy'],
    [{ CallStatus: 'no-answer' }, 'twilio: nobody answered'],
    [{ CallStatus: 'canceled' }, 'twilio: the call was canceled'],
    [{ CallStatus: 'failed' }, 'twilio: the call could not be made'],
    [{ AnsweredBy: 'machine_start' }, 'twilio: a voicemail or another machine answered'],
    [{ CallStatus: 'completed', AnsweredBy: 'fax' }, 'twilio: a voicemail or another machine answered'],
    [{ AnsweredBy: 'human' }, null],
  ])('says of a call %j: %s', (params, expected) => {
    const news = readTwilioStatus({ CallSid: CALL, ...params })?.news;
    expect(news ? (news.state === 'FAILED' ? news.reason : news.state) : null).toBe(expected);
  });
});

describe('SendGrid', () => {
  const event = (more: object) => ({
    notification: NTF,
    incident: INC,
    attempt: '2',
    sg_message_id: 'abc.filter',
    ...more,
  });

  it('tells each event once, and leaves out what is not ours', () => {
    const bounce = event({ event: 'bounce', sg_event_id: 'e1', type: 'bounce', reason: '550 \r\nno such user' });
    const read = readSendgridEvents([bounce, bounce, { event: 'delivered' }, 7, event({ event: 'deferred' })]);
    expect(read).toEqual([
      {
        target: { notificationId: NTF, incidentId: INC },
        receipt: {
          provider: 'sendgrid',
          providerId: 'abc',
          attempt: 2,
          state: 'FAILED',
          cause: 'recipient',
          reason: 'sendgrid bounce: 550 no such user',
        },
      },
    ]);
  });

  it.each([
    [{ event: 'bounce', type: 'blocked' }, 'message'],
    [{ event: 'dropped', reason: 'Bounced Address' }, 'recipient'],
    [{ event: 'dropped', reason: 'Spam Content' }, 'message'],
    [{ event: 'open' }, 'READ'],
    [{ event: 'delivered' }, 'DELIVERED'],
  ])('%j means %s', (more, expected) => {
    const [read] = readSendgridEvents([event(more)]);
    const receipt = read?.receipt;
    expect(receipt?.state === 'FAILED' ? receipt.cause : receipt?.state).toBe(expected);
  });
});

describe('Resend', () => {
  const read = (type: string, more: object = {}, tags: unknown = { notification: NTF, incident: INC }) =>
    readResendEvent(resendEvent.parse({ type, data: { email_id: 'r1', tags, ...more } }))?.receipt ?? null;

  it.each([
    ['email.sent', {}, null],
    ['email.delivery_delayed', {}, null],
    ['email.delivered', {}, 'DELIVERED'],
    ['email.opened', {}, 'READ'],
    ['email.bounced', { bounce: { type: 'Permanent', message: 'gone' } }, 'recipient'],
    ['email.bounced', { bounce: { type: 'Transient', message: 'full' } }, 'message'],
    ['email.suppressed', {}, 'recipient'],
    ['email.failed', { failed: { reason: 'x' } }, 'message'],
  ])('%s %j means %s', (type, more, expected) => {
    const receipt = read(type, more);
    expect(receipt ? (receipt.state === 'FAILED' ? receipt.cause : receipt.state) : null).toBe(expected);
  });

  it('reads tags in both of its forms, and nothing without them', () => {
    const list = [
      { name: 'notification', value: NTF },
      { name: 'incident', value: INC },
    ];
    expect(read('email.delivered', {}, list)).toMatchObject({ state: 'DELIVERED', attempt: null, providerId: 'r1' });
    expect(read('email.delivered', {}, null)).toBeNull();
  });
});

describe('SES', () => {
  const tags = { notification: [NTF], incident: [INC], attempt: ['1'], mac: ['v1_x'] };
  const read = (eventType: string, more: object = {}) =>
    readSesEvent(sesEvent.parse({ eventType, mail: { messageId: 's1', tags }, ...more }));

  it.each([
    ['Send', {}, null],
    ['Delivery', {}, 'DELIVERED'],
    ['Bounce', { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ diagnosticCode: '550' }] } }, 'recipient'],
    ['Bounce', { bounce: { bounceType: 'Transient' } }, 'message'],
    ['Reject', { reject: { reason: 'Bad content' } }, 'message'],
  ])('%s %j means %s', (type, more, expected) => {
    const receipt = read(type, more)?.receipt;
    expect(receipt ? (receipt.state === 'FAILED' ? receipt.cause : receipt.state) : null).toBe(expected);
  });

  it('hands on the proof that the mail was ours', () => {
    expect(read('Delivery')?.mac).toBe('v1_x');
  });
});

describe('the proof in a tag', () => {
  const target = { notificationId: NTF, incidentId: INC };
  const secrets = [
    { id: 'v2', key: 'new' },
    { id: 'v1', key: 'old' },
  ];

  it('is made with the newest secret, and still known by an old one', () => {
    const mac = receiptMac(secrets, target) ?? '';
    expect(mac).toMatch(/^v2_[0-9a-f]{32}$/);
    expect(isReceiptMac(secrets, target, mac)).toBe(true);
    expect(isReceiptMac(secrets, target, receiptMac(secrets.slice(1), target) ?? '')).toBe(true);
  });

  it.each(['', 'v2_', 'v3_0', `v2_${'0'.repeat(32)}`])('is not %j', (mac) => {
    expect(isReceiptMac(secrets, target, mac)).toBe(false);
  });

  it('belongs to one message', () => {
    const mac = receiptMac(secrets, target) ?? '';
    expect(isReceiptMac(secrets, { ...target, incidentId: null }, mac)).toBe(false);
    expect(receiptMac([], target)).toBeNull();
  });
});
