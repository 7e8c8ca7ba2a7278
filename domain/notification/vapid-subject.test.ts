import { expect, it } from 'vitest';
import { readVapidSubject } from './vapid-subject';

it.each([
  'mailto:ops@acme.io',
  'mailto:on.call+push@mail.acme.example.com',
  'https://acme.io',
  'https://acme.io/contact',
])('takes %s as the contact of push services', (subject) => {
  expect(readVapidSubject(subject)).toEqual({ ok: true, value: subject });
});

it.each([
  'ops@acme.io',
  'mailto:ops',
  'mailto:x@localhost',
  'mailto:x@pager.local',
  'mailto:x@127.0.0.1',
  'https://localhost:8787',
  'https://127.0.0.1',
  'https://ops.internal',
  'http://acme.io',
  'mailto:a@acme.io\nmailto:b@acme.io',
])('refuses %s, and says what it must be', (subject) => {
  expect(readVapidSubject(subject)).toMatchObject({ ok: false, error: expect.stringMatching(/^must /) });
});
