import { afterEach, describe, expect, it, vi } from 'vitest';
import { snsSender } from '../../../workers/senders/sms/sns';
import { fakeProvider } from '../../fakes/http';
import { outgoing } from './message';
import { outcomeOf } from './outcome';

afterEach(() => {
  vi.restoreAllMocks();
});

const sender = () =>
  snsSender({
    accessKeyId: 'AKIDTEST',
    secretAccessKey: 'aws-secret',
    region: 'eu-central-1',
    endpoint: 'https://sns.eu-central-1.amazonaws.com',
  });
const sms = (text = 'P1 #1042 checkout-api: Error + rate & more') =>
  outgoing({ channel: 'sms', to: '+4930123456', text });

const refusal = (code: string, message = '') =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

describe('snsSender', () => {
  it('posts a transactional text as a signed form', async () => {
    const answer = '<PublishResponse><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>';
    const provider = fakeProvider(200, answer);
    expect(await sender().send(sms())).toEqual({ outcome: 'sent', providerId: 'sns-1' });
    const [request] = provider.sent();
    expect(request?.url).toBe('https://sns.eu-central-1.amazonaws.com/');
    expect(request?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDTEST\/\d{8}\/eu-central-1\/sns\/aws4_request, /,
    );
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      Action: 'Publish',
      Version: '2010-03-31',
      PhoneNumber: '+4930123456',
      Message: 'P1 #1042 checkout-api: Error + rate & more',
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.DataType': 'String',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    });
  });

  it('never sends more than 1,600 characters', async () => {
    const provider = fakeProvider(200, '<MessageId>sns-1</MessageId>');
    await sender().send(sms('x'.repeat(5000)));
    expect(new URLSearchParams(provider.sent()[0]?.body).get('Message')).toHaveLength(1600);
  });

  it.each([
    [400, refusal('Throttling', 'Rate exceeded'), 'temporary'],
    [400, refusal('ThrottlingException'), 'temporary'],
    [400, refusal('Throttled'), 'temporary'],
    [400, refusal('KMSThrottling'), 'temporary'],
    [500, refusal('InternalError'), 'temporary'],
    [503, 'unavailable', 'temporary'],
    [400, refusal('InvalidParameter', 'Invalid parameter: PhoneNumber Reason: not valid to publish to'), 'recipient'],
    [400, refusal('InvalidParameter', 'Invalid parameter: Empty message'), 'message'],
    [400, refusal('ParameterValueInvalid'), 'message'],
    [404, refusal('NotFound'), 'setup'],
    [400, refusal('EndpointDisabled'), 'recipient'],
    [403, refusal('AuthorizationError'), 'setup'],
    [403, refusal('InvalidSecurity'), 'setup'],
    [403, refusal('SignatureDoesNotMatch', 'with aws-secret'), 'setup'],
    [400, refusal('RequestExpired'), 'setup'],
    [403, refusal('InvalidClientTokenId'), 'setup'],
    [400, refusal('NewIn2027'), 'message'],
    [302, '', 'setup'],
    [200, '<html>a proxy</html>', 'temporary'],
  ])('reads %s %s as %s', async (status, body, outcome) => {
    fakeProvider(status, body);
    const result = await sender().send(sms());
    expect(outcomeOf(result)).toBe(outcome);
    expect(JSON.stringify(result)).not.toContain('aws-secret');
  });
});
