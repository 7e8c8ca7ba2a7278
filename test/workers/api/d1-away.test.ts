import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { switchFaults } from '../../../workers/faults';
import { type Credential, call, keyWith, STRANGER, signedInAs } from './support';

let key: Credential = STRANGER;
let session: Credential = STRANGER;
beforeAll(async () => {
  key = await keyWith('read');
  session = await signedInAs('USER');
});

const logged = vi.spyOn(console, 'error');
beforeEach(() => {
  logged.mockClear().mockImplementation(() => {});
  switchFaults({ d1: 'fail', queue: 0 });
});
afterEach(() => switchFaults({ d1: null, queue: 0 }));

describe('while every call of D1 fails', () => {
  it.each(['services', 'users', 'oncall', 'settings'])('GET %s says so, and when to ask again', async (path) => {
    const { status, body, headers } = await call(key, 'GET', `/api/v1/${path}`);
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toMatch(/^\d+$/);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'urn:opsknight:problem:unavailable',
      status: 503,
      requestId: headers.get('x-request-id'),
    });
    // Chance may put `d1` into the request's id.
    expect(JSON.stringify({ ...body, requestId: null })).not.toMatch(/D1|SQL|select/i);
  });

  it('it is logged with the request', async () => {
    const { body } = await call(session, 'GET', '/api/v1/teams');
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.parse(String(logged.mock.calls[0]?.[0]))).toMatchObject({
      event: 'unexpected-error',
      requestId: body.requestId,
      where: expect.stringContaining('/api/v1/teams'),
    });
  });
});
