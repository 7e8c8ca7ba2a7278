import { describe, expect, it } from 'vitest';
import { VERIFY_SNIPPETS } from './snippets';

type Verify = (secret: string, headers: Record<string, string>, body: string) => boolean;

async function nodeSnippet(): Promise<Verify> {
  const text = VERIFY_SNIPPETS.find(({ language }) => language === 'Node.js')?.text ?? '';
  // A function body knows no `import` and `export`; what follows them is run as it stands.
  const { createHmac, timingSafeEqual } = await import('node:crypto');
  const body = text.replace(/^import .*$/m, '').replace('export function', 'return function');
  return new Function('createHmac', 'timingSafeEqual', 'Buffer', body)(createHmac, timingSafeEqual, Buffer) as Verify;
}

describe('the snippet for Node.js', () => {
  // The example of the Standard Webhooks specification, whose time has long passed.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const sentAt = 1_614_265_330;
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': String(sentAt),
    'webhook-signature': 'v1,b2xk v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const at = async (now: number, body: string): Promise<boolean> => {
    const realNow = Date.now;
    Date.now = () => now * 1000;
    try {
      return (await nodeSnippet())(secret, headers, body);
    } finally {
      Date.now = realNow;
    }
  };

  it('takes what is signed and fresh, and nothing else', async () => {
    expect(await at(sentAt + 10, '{"test": 2432232314}')).toBe(true);
    expect(await at(sentAt + 10, '{"test": 2432232315}')).toBe(false);
    expect(await at(sentAt + 301, '{"test": 2432232314}')).toBe(false);
  });
});
