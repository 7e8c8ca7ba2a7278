import { AwsV4Signer } from 'aws4fetch';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sesSender } from '../../../workers/senders/email/ses';
import { fakeProvider, type Sent } from '../../fakes/http';
import { outgoing } from './message';
import { outcomeOf } from './outcome';

afterEach(() => {
  vi.restoreAllMocks();
});

const settings = {
  accessKeyId: 'AKIDTEST',
  secretAccessKey: 'aws-secret',
  region: 'eu-central-1',
  endpoint: 'https://email.eu-central-1.amazonaws.com',
  configurationSet: 'pages',
  from: 'OpsKnight <pager@ops.example.test>',
  secrets: [{ id: 'v2', key: 'a-key' }],
};

/** What a server does: the signature made again of what arrived. */
async function signatureOf({ url, headers, body }: Sent): Promise<string | null> {
  const signer = new AwsV4Signer({
    method: 'POST',
    url,
    body,
    service: 'ses',
    region: settings.region,
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    datetime: headers.get('x-amz-date') ?? '',
  });
  return (await signer.sign()).headers.get('authorization');
}

describe('sesSender', () => {
  it('posts the mail, signed for the service ses, through its configuration set', async () => {
    const provider = fakeProvider(200, { MessageId: 'ses-1' });
    expect(await sesSender(settings).send(outgoing())).toEqual({ outcome: 'sent', providerId: 'ses-1' });
    const [request] = provider.sent();
    if (!request) throw new Error('nothing was sent');
    expect(request.url).toBe('https://email.eu-central-1.amazonaws.com/v2/email/outbound-emails');
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(request.headers.get('user-agent')).toMatch(/^OpsKnight-Edge/);
    expect(request.headers.get('authorization')).toBe(await signatureOf(request));
    expect(request.headers.get('authorization')).toContain('/eu-central-1/ses/aws4_request');
    expect(JSON.parse(request.body)).toMatchObject({
      FromEmailAddress: '"OpsKnight" <pager@ops.example.test>',
      Destination: { ToAddresses: ['bo@example.test'] },
      Content: { Simple: { Subject: { Data: '[P1] checkout-api: Error rate above 5 %' } } },
      EmailTags: [
        { Name: 'notification', Value: 'ntf_0123456789abcdef01234567' },
        { Name: 'incident', Value: 'inc_0123456789abcdef01234567' },
        { Name: 'attempt', Value: '1' },
        { Name: 'mac', Value: expect.stringMatching(/^v2_[0-9a-f]{32}$/) },
      ],
      ConfigurationSetName: 'pages',
    });
  });

  it.each([
    ['pager@ops.example.test', 'pager@ops.example.test'],
    ['"Ops Knight" <pager@ops.example.test>', '"Ops Knight" <pager@ops.example.test>'],
    [
      'Bereitschaft Größe <pager@ops.example.test>',
      '=?UTF-8?B?QmVyZWl0c2NoYWZ0IEdyw7bDn2U=?= <pager@ops.example.test>',
    ],
  ])('writes the sender %s as %s', async (from, expected) => {
    const provider = fakeProvider(200, { MessageId: 'ses-1' });
    await sesSender({ ...settings, from, configurationSet: null }).send(
      outgoing({ html: null, incidentId: undefined }),
    );
    const mail = JSON.parse(provider.sent()[0]?.body ?? '');
    expect(mail.FromEmailAddress).toBe(expected);
    expect(mail).not.toHaveProperty('ConfigurationSetName');
  });

  it.each([
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'temporary'],
    [429, 'TooManyRequestsException', 'Daily message quota exceeded.', 'setup'],
    [400, 'Throttling', 'Maximum sending rate exceeded.', 'temporary'],
    [400, 'ThrottlingException:http://internal', 'Rate exceeded', 'temporary'],
    [400, 'MessageRejected', 'Illegal content.', 'message'],
    [400, 'MessageRejected', 'Email address is not verified.', 'setup'],
    [400, 'BadRequestException', 'Bad.', 'message'],
    [404, 'NotFoundException', 'Configuration set does not exist.', 'setup'],
    [400, 'MailFromDomainNotVerifiedException', '', 'setup'],
    [400, 'AccountSuspendedException', '', 'setup'],
    [400, 'SendingPausedException', '', 'setup'],
    [400, 'LimitExceededException', '', 'setup'],
    [403, 'SignatureDoesNotMatchException', 'The signature does not match.', 'setup'],
    [400, 'NewIn2027Exception', '', 'message'],
    [500, 'InternalServiceErrorException', '', 'temporary'],
    [503, 'SendingPausedException', '', 'temporary'],
  ])('reads %s %s "%s" as %s', async (status, type, message, outcome) => {
    fakeProvider(status, { message }, { 'x-amzn-errortype': type });
    const result = await sesSender(settings).send(outgoing());
    expect(outcomeOf(result)).toBe(outcome);
    expect(JSON.stringify(result)).not.toContain('aws-secret');
  });

  it.each([
    [200, 'not json', 'temporary'],
    [302, '', 'setup'],
    [502, '<html>', 'temporary'],
    [403, { Message: 'Missing Authentication Token' }, 'setup'],
  ])('goes by the status %s where there is no code', async (status, body, outcome) => {
    fakeProvider(status, body);
    expect(outcomeOf(await sesSender(settings).send(outgoing()))).toBe(outcome);
  });
});
