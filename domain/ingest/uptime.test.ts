import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe('uptime-kuma', () => {
  const down = {
    heartbeat: { monitorID: 0, status: '0', time: '2026-03-02 10:15:00.123', msg: 'timeout' },
    monitor: { id: 0, name: 'Shop' },
    msg: 'x',
  };

  it('reads a monitor with id 0, as JSON and as JSON in a multipart form', () => {
    const expected = {
      action: 'trigger',
      dedupKey: '0',
      urgency: 'HIGH',
      occurredAt: Date.parse('2026-03-02T10:15:00.123Z'),
    };
    expect(eventFrom('uptime-kuma', down)).toMatchObject(expected);
    const form = `--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n${JSON.stringify(down)}\r\n--b--\r\n`;
    expect(eventFrom('uptime-kuma', form, { contentType: 'multipart/form-data; boundary=b' })).toMatchObject(expected);
  });

  it('tells a test from a warning about a certificate, whose days run down', () => {
    const alone = (msg: string) => eventFrom('uptime-kuma', { heartbeat: null, monitor: null, msg });
    expect(alone('My webhook Testing')).toMatchObject({ action: 'ignored', reason: 'test' });
    const certificate = (days: number) =>
      alone(`[Shop][https://shop.example.com] server certificate shop.example.com will expire in ${days} days`);
    expect(certificate(14)).toMatchObject({ action: 'trigger' });
    expect(certificate(14).dedupKey).toBe(certificate(7).dedupKey);
  });

  it('keeps an unknown status', () => {
    expect(eventFrom('uptime-kuma', { ...down, heartbeat: { status: 9 } })).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
    });
    expect(eventFrom('uptime-kuma', { ...down, heartbeat: {} })).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
    });
  });
});

describe('uptimerobot', () => {
  it('keeps the expiry of a certificate apart from the monitor', () => {
    const key = (alertType: string) => eventFrom('uptimerobot', { monitorID: '1', alertType }).dedupKey;
    expect(key('1')).toBe(key('2'));
    expect(key('3')).not.toBe(key('1'));
  });

  it('goes by the address where the id was not replaced', () => {
    const query = { monitorID: '*monitorID*', monitorURL: 'https://a.example', alertTypeFriendlyName: 'Up' };
    expect(eventFrom('uptimerobot', '', { method: 'GET', query })).toMatchObject({
      action: 'resolve',
      dedupKey: 'https://a.example',
    });
  });
});

describe('prtg', () => {
  it.each([
    ['Down', 'trigger', 'HIGH'],
    ['Down (was: Up)', 'trigger', 'HIGH'],
    ['Down (Partial)', 'trigger', 'HIGH'],
    ['Down (Acknowledged)', 'acknowledge', null],
    ['Down ended (now: Up)', 'resolve', null],
    ['Warning ended (now: Down)', 'trigger', 'HIGH'],
    ['Up (was: Down)', 'resolve', null],
    ['Paused', 'ignored', null],
    ['Unknown', 'ignored', null],
    ['Not Up', 'ignored', null],
  ])('%s means %s', (state, action, urgency) => {
    expect(eventFrom('prtg', { sensorid: '5', device: 'web', sensor: 'Ping', state })).toMatchObject({
      action,
      urgency,
      severity: state,
    });
  });

  it('finds the sensor in the link where the id was not replaced', () => {
    const body = {
      id: '%id',
      linksensor: 'https://prtg.example.com/sensor.htm?id=2055',
      sensor: 'Ping',
      state: 'Down',
    };
    expect(eventFrom('prtg', body).dedupKey).toBe('2055');
  });
});

describe('healthchecks', () => {
  const code = '803f680d-e89b-492b-82ef-2be7b774a92d';

  it('reads path, query, form and text templates alike', () => {
    const expected = { action: 'trigger', dedupKey: code, urgency: 'HIGH' };
    expect(eventFrom('healthchecks', '', { method: 'GET', rest: [code, 'down'], query: { x: '1' } })).toMatchObject(
      expected,
    );
    expect(eventFrom('healthchecks', '', { method: 'GET', rest: [code, 'down'] })).toMatchObject(expected);
    expect(eventFrom('healthchecks', '', { method: 'GET', query: { code, status: 'down' } })).toMatchObject(expected);
    expect(
      eventFrom('healthchecks', `code=${code}&status=down`, { contentType: 'application/x-www-form-urlencoded' }),
    ).toMatchObject(expected);
    expect(eventFrom('healthchecks', `Nightly backup is DOWN (${code})`, { contentType: 'text/plain' })).toMatchObject(
      expected,
    );
    expect(eventFrom('healthchecks', { check: { uuid: code, name: 'Nightly', status: 'down' } })).toMatchObject(
      expected,
    );
  });

  it('joins texts without an id by their other words', () => {
    const key = (text: string) => eventFrom('healthchecks', text, { contentType: 'text/plain' }).dedupKey;
    expect(key('Nightly backup is down')).toBe(key('Nightly backup is UP'));
    expect(key('Nightly backup is down')).not.toBe(key('Hourly backup is down'));
  });

  it.each(['new', 'grace', 'started', 'paused', 'breakdown'])('status %s opens nothing', (status) => {
    expect(eventFrom('healthchecks', { code, name: 'x', status })).toMatchObject({
      action: 'ignored',
      reason: 'unmapped',
    });
  });
});
