import { describe, expect, it } from 'vitest';
import { readWebhookAddress } from './address';
import { EVENT_TYPES, typeOf } from './event';
import { createWebhookInput } from './input';
import { announcement } from './render/testing/events';
import { newWebhookSecret } from './secret';
import { wants } from './webhook';

const every = { enabled: true, events: [...EVENT_TYPES], serviceIds: [] };

describe('wants', () => {
  it('takes the chosen events of the chosen services while it is on', () => {
    const opened = announcement('opened');
    expect(wants(every, opened)).toBe(true);
    expect(wants({ ...every, enabled: false }, opened)).toBe(false);
    expect(wants({ ...every, events: ['incident.resolved'] }, opened)).toBe(false);
    expect(wants({ ...every, serviceIds: ['svc_1', 'svc_2'] }, opened)).toBe(true);
    expect(wants({ ...every, serviceIds: ['svc_2'] }, opened)).toBe(false);
  });
});

describe('typeOf', () => {
  it('spells types as Standard Webhooks asks', () => {
    expect(typeOf(announcement('snooze-ended'))).toBe('incident.snooze_ended');
    for (const type of EVENT_TYPES) expect(type).toMatch(/^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)*$/);
  });
});

describe('newWebhookSecret', () => {
  it('is whsec_ and 32 bytes in base64', () => {
    const secret = newWebhookSecret((length) => new Uint8Array(length).fill(7));
    expect(secret).toBe(`whsec_${btoa('\u0007'.repeat(32))}`);
  });
});

describe('readWebhookAddress', () => {
  const telegram = 'https://api.telegram.org/bot123:abc/sendMessage';
  it('wants the chat in the address of Telegram, and nothing of the others', () => {
    expect(readWebhookAddress('telegram', `${telegram}?chat_id=-100`, false).ok).toBe(true);
    expect(readWebhookAddress('telegram', telegram, false).ok).toBe(false);
    expect(readWebhookAddress('telegram', 'https://api.telegram.org/?chat_id=1', false).ok).toBe(false);
    expect(readWebhookAddress('slack', 'https://hooks.slack.com/services/T/B/x', false).ok).toBe(true);
    expect(readWebhookAddress('slack', 'https://127.1/', false).ok).toBe(false);
  });
});

describe('createWebhookInput', () => {
  it('means all events of all services, signed, unless said otherwise', () => {
    const input = createWebhookInput.parse({ name: 'Ops', url: 'https://hooks.example.com/' });
    expect(input).toMatchObject({ format: 'standard', events: EVENT_TYPES, serviceIds: [], enabled: true });
  });

  it('refuses no event at all, and unknown ones', () => {
    const base = { name: 'Ops', url: 'https://hooks.example.com/' };
    expect(createWebhookInput.safeParse({ ...base, events: [] }).success).toBe(false);
    expect(createWebhookInput.safeParse({ ...base, events: ['incident.gone'] }).success).toBe(false);
  });
});
