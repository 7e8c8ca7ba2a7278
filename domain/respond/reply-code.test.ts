import { describe, expect, it } from 'vitest';
import { readReply, replyCode } from './reply-code';

describe('a reply by text message', () => {
  it.each([
    ['4 C7KX', 'acknowledge', 'C7KX'],
    ['4c7kx', 'acknowledge', 'C7KX'],
    ['  4 c7kx.\n', 'acknowledge', 'C7KX'],
    ['4: C7KX', 'acknowledge', 'C7KX'],
    ['44444', 'acknowledge', '4444'],
    ['6 4673', 'escalate', '4673'],
    ['Ack c7kx!', 'acknowledge', 'C7KX'],
    ['acknowledge C7KX', 'acknowledge', 'C7KX'],
    ['escalate C7KX', 'escalate', 'C7KX'],
    ['４ C7KX', 'acknowledge', 'C7KX'],
    ['4', 'acknowledge', null],
    ['esc', 'escalate', null],
  ])('%j means %s %s', (body, action, code) => {
    expect(readReply(body)).toEqual({ kind: 'answer', action, code });
  });

  it.each([
    ['STOP', 'stop'],
    ['unsubscribe', 'stop'],
    ['Start', 'start'],
    ['help', 'help'],
    ['', 'unclear'],
    ['thanks!', 'unclear'],
    ['5 C7KX', 'unclear'],
    ['4 C7KX and 4 D7KX', 'unclear'],
    ['please 4 C7KX', 'unclear'],
    ['do not stop', 'unclear'],
  ])('%j is %s', (body, kind) => {
    expect(readReply(body)).toEqual({ kind });
  });
});

describe('a reply code', () => {
  it('is the same for the same page, another for the next try, and can be typed back', () => {
    const codes = Array.from({ length: 200 }, (_, i) => replyCode('+4930123456', `inc_${i}`, 0));
    for (const code of codes) {
      expect(code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}$/);
      expect(readReply(`6${code.toLowerCase()}`)).toEqual({ kind: 'answer', action: 'escalate', code });
    }
    expect(new Set(codes).size).toBeGreaterThan(195);
    expect(replyCode('+4930123456', 'inc_0', 0)).toBe(codes[0]);
    expect(replyCode('+4930123456', 'inc_0', 1)).not.toBe(codes[0]);
    expect(replyCode('+4930123457', 'inc_0', 0)).not.toBe(codes[0]);
  });
});
