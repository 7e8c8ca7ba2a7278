import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe.each(['nagios', 'icinga2', 'checkmk'] as const)('%s', (type) => {
  it.each([
    ['PROBLEM', 'trigger'],
    ['RECOVERY', 'resolve'],
    ['ACKNOWLEDGEMENT', 'acknowledge'],
    ['FLAPPINGSTART', 'ignored'],
    ['DOWNTIMECANCELLED', 'ignored'],
    ['NOT AN ACKNOWLEDGEMENT', 'ignored'],
  ])('%s means %s whatever the state', (notificationType, action) => {
    const body = {
      host_name: 'web',
      service_desc: 'HTTP',
      notification_type: notificationType,
      service_state: 'CRITICAL',
    };
    expect(eventFrom(type, body)).toMatchObject({
      action,
      dedupKey: '["web","HTTP"]',
      title: 'HTTP on web is CRITICAL',
      severity: 'CRITICAL',
    });
  });

  it('keeps a host apart from its services, and odd names from each other', () => {
    const key = (host: string, service?: string) =>
      eventFrom(type, { HOSTNAME: host, SERVICEDESC: service, NOTIFICATIONTYPE: 'PROBLEM' }).dedupKey;
    const keys = [key('a'), key('a', 'b'), key('a', 'b/c'), key('a/b', 'c'), key('a,b'), key('a', 'B')];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key('a', '')).toBe(key('a'));
    expect(key('a', '$SERVICEDESC$')).toBe(key('a'));
  });

  it('reads environment variable names and JSON or form alike', () => {
    const form = 'NAGIOS_HOSTNAME=web&NAGIOS_SERVICEDESC=HTTP&NAGIOS_NOTIFICATIONTYPE=RECOVERY&NAGIOS_SERVICESTATE=OK';
    expect(eventFrom(type, form, { contentType: 'application/x-www-form-urlencoded' })).toMatchObject({
      action: 'resolve',
      dedupKey: '["web","HTTP"]',
    });
  });

  it('goes by the state where a template has no type', () => {
    expect(eventFrom(type, { hostname: 'web', hoststate: 'DOWN' })).toMatchObject({
      action: 'trigger',
      urgency: 'HIGH',
    });
    expect(eventFrom(type, { hostname: 'web', hoststate: 'UP' }).action).toBe('resolve');
    expect(eventFrom(type, { hostname: 'web', hoststate: 'WHATEVER' }).action).toBe('ignored');
    expect(eventFrom(type, { hostname: 'web' }).action).toBe('ignored');
  });
});
