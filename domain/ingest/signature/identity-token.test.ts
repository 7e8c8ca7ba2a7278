import { describe, expect, it } from 'vitest';
import { claimsProblem, expectationOf } from './identity-token';

const NOW = Date.UTC(2031, 0, 6);
const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const seconds = (at: number) => Math.floor(at / 1000);

describe('what a token has to say', () => {
  it('is read from the audience and the account of a push subscription', () => {
    expect(
      expectationOf('google-cloud-monitoring', ' https://pager.example  push@p.iam.gserviceaccount.com '),
    ).toMatchObject({ audience: 'https://pager.example', account: 'push@p.iam.gserviceaccount.com' });
    expect(expectationOf('google-cloud-monitoring', 'https://pager.example')?.account).toBeNull();
  });

  it('cannot be read from anything else', () => {
    for (const [type, setting] of [
      ['google-cloud-monitoring', ''],
      ['google-cloud-monitoring', 'audience account'],
      ['azure', 'api://pager'],
      ['azure', '../evil api://pager'],
      ['azure', `${TENANT} api://pager more`],
      ['github', 'audience'],
    ] as const)
      expect(expectationOf(type, setting), setting).toBeNull();
  });
});

describe('the claims of a token', () => {
  const expected = expectationOf('google-cloud-monitoring', 'https://pager.example push@p.iam.gserviceaccount.com');
  const claims = {
    iss: 'https://accounts.google.com',
    aud: 'https://pager.example',
    email: 'push@p.iam.gserviceaccount.com',
    email_verified: true,
    exp: seconds(NOW) + 3600,
  };
  const problem = (change: Record<string, unknown>) =>
    expected && claimsProblem(expected, { ...claims, ...change }, NOW);

  it('are taken when all of them are as expected', () => {
    expect(problem({})).toBeNull();
    expect(problem({ aud: ['other', 'https://pager.example'] })).toBeNull();
    expect(problem({ exp: seconds(NOW) - 60 })).toBeNull();
  });

  it('are refused one by one, each with its reason', () => {
    expect(problem({ iss: 'https://accounts.google.com.evil' })).toContain('issuer');
    expect(problem({ aud: 'https://other.example' })).toContain('audience');
    expect(problem({ exp: seconds(NOW) - 301 })).toContain('ended');
    expect(problem({ exp: undefined })).toContain('ended');
    expect(problem({ nbf: seconds(NOW) + 301 })).toContain('not valid yet');
    expect(problem({ email_verified: false })).toContain('account');
    expect(problem({ email: 'other@p.iam.gserviceaccount.com' })).toContain('account');
  });

  it('of Azure name the tenant and the application of its action groups', () => {
    const azure = expectationOf('azure', `${TENANT} api://pager`);
    const token = { aud: 'api://pager', exp: seconds(NOW) + 60, iss: `https://sts.windows.net/${TENANT}/` };
    const app = '461e8683-5575-4561-ac7f-899cc907d62a';
    expect(azure && claimsProblem(azure, { ...token, appid: app }, NOW)).toBeNull();
    expect(azure && claimsProblem(azure, { ...token, azp: app, iss: `${azure.issuers[1]}` }, NOW)).toBeNull();
    expect(azure && claimsProblem(azure, { ...token, appid: 'another' }, NOW)).toContain('account');
  });
});
