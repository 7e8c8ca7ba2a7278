import { describe, expect, it, vi } from 'vitest';
import { type ProviderRests, sendMessage } from '../../../workers/senders/send';
import type { Sender, SendResult } from '../../../workers/senders/sender';
import { outgoing } from './message';

const NOW = Date.parse('2026-11-23T18:00:00Z');
const sent: SendResult = { outcome: 'sent', providerId: 'x' };
const temporary = (retryAfterSeconds: number | null = null): SendResult => ({
  outcome: 'failed-temporarily',
  error: 'later',
  retryAfterSeconds,
});
const failed = (cause: 'recipient' | 'setup' | 'message'): SendResult => ({ outcome: 'failed', error: cause, cause });

const fake = (provider: string, result: SendResult | Error) => {
  const send = vi.fn<Sender['send']>(async () => {
    if (result instanceof Error) throw result;
    return result;
  });
  return { provider, channel: 'email', send } satisfies Sender;
};
const none = (): ProviderRests => new Map();

describe('sendMessage', () => {
  it.each<[string, SendResult[], string, string | undefined]>([
    ['takes the first that sends', [sent, sent], 'a', 'sent'],
    ['goes on after a temporary failure', [temporary(), sent], 'b', 'sent'],
    ['goes on after a failure of our set-up', [failed('setup'), sent], 'b', 'sent'],
    ['stops at a refused address', [failed('recipient'), sent], 'a', 'recipient'],
    ['stops at a refused message', [failed('message'), sent], 'a', 'message'],
    ['prefers the failure that may heal', [temporary(), failed('setup')], 'a', 'failed-temporarily'],
    ['ends for good when no set-up works', [failed('setup'), failed('setup')], 'b', 'setup'],
    ['says so when there is nobody to ask', [], 'none', 'setup'],
  ])('%s', async (_, results, provider, outcome) => {
    const senders = results.map((result, index) => fake('abc'.charAt(index), result));
    const result = await sendMessage(senders, outgoing(), none(), NOW);
    expect(result.provider).toBe(provider);
    expect(result.outcome === 'failed' ? result.cause : result.outcome).toBe(outcome);
  });

  it('takes a sender that throws for one that failed', async () => {
    const result = await sendMessage([fake('a', new Error('broken')), fake('b', sent)], outgoing(), none(), NOW);
    expect(result).toMatchObject({ provider: 'b', outcome: 'sent' });
  });

  it('names every reason, and may be tried again as soon as one of them may', async () => {
    const senders = [fake('a', temporary(60)), fake('b', temporary(20))];
    expect(await sendMessage(senders, outgoing(), none(), NOW)).toMatchObject({
      error: 'later; later',
      retryAfterSeconds: 20,
    });
  });

  it('leaves a provider alone for a minute after five failures in one', async () => {
    const rests = none();
    const [a, b] = [fake('a', temporary()), fake('b', sent)];
    for (let i = 0; i < 6; i += 1) await sendMessage([a, b], outgoing(), rests, NOW + i);
    expect(a.send).toHaveBeenCalledTimes(5);
    await sendMessage([a, b], outgoing(), rests, NOW + 60_005);
    expect(a.send).toHaveBeenCalledTimes(6);
  });

  it('asks a resting provider when nobody else is left: a page must go out', async () => {
    const rests = none();
    const a = fake('a', temporary());
    for (let i = 0; i < 7; i += 1) await sendMessage([a], outgoing(), rests, NOW + i);
    expect(a.send).toHaveBeenCalledTimes(7);
  });

  it('never asks before Retry-After, not even when nobody else is left', async () => {
    const rests = none();
    const a = fake('a', temporary(30));
    await sendMessage([a], outgoing(), rests, NOW);
    const early = await sendMessage([a], outgoing(), rests, NOW + 10_000);
    expect(early).toMatchObject({ outcome: 'failed-temporarily', provider: 'a', retryAfterSeconds: 20 });
    expect(a.send).toHaveBeenCalledTimes(1);
    await sendMessage([a], outgoing(), rests, NOW + 30_000);
    expect(a.send).toHaveBeenCalledTimes(2);
  });

  it('does not hold a wrong address against the provider', async () => {
    const rests = none();
    const a = fake('a', failed('recipient'));
    for (let i = 0; i < 9; i += 1) await sendMessage([a], outgoing(), rests, NOW);
    expect(rests.size).toBe(0);
  });
});
