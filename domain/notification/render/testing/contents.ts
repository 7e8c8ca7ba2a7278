import type { NotificationContent } from '../../content';

/** An ordinary page, for tests: an incident of ten minutes, a recipient in Berlin. */
export const pageContent = (
  changes: Partial<Omit<NotificationContent, 'incident'>> & {
    incident?: Partial<NotificationContent['incident']>;
  } = {},
): NotificationContent => ({
  intent: 'page',
  organisation: 'Acme',
  recipient: { id: 'usr_1', name: 'Ana', timezone: 'Europe/Berlin', locale: 'en-GB' },
  step: 2,
  cycle: 1,
  why: 'You are step 2 of Checkout.',
  url: 'https://ops.example.test/incidents/inc_1',
  createdAt: Date.parse('2026-11-23T18:10:00Z'),
  ...changes,
  incident: {
    id: 'inc_1',
    number: 1042,
    title: 'Error rate above 5 %',
    description: 'More than 5 % of requests failed.\nSince the last deploy.',
    status: 'OPEN',
    urgency: 'HIGH',
    priority: 'P1',
    serviceName: 'checkout-api',
    openedAt: Date.parse('2026-11-23T18:00:00Z'),
    alertCount: 3,
    source: 'prometheus',
    sourceLink: 'https://prometheus.example.test/graph?g0.expr=up&g0.tab=1',
    labels: { region: 'eu-1', severity: 'critical' },
    runbookUrl: 'https://wiki.example.test/runbooks/checkout',
    ...changes.incident,
  },
});

const HOSTILE =
  '<script>alert(1)</script><b onmouseover="x">\'&amp;</b>\r\nBcc: eve@evil.test\r\n.\r\n<!channel> <@U1> \u0000\u0007\u001b[31m\u202egnp.exe\u2066\ud800 %0d%0a <Say>hi</Say> ';

/** A page whose every free text was written by somebody who means harm, with a title of more than 10,000 characters. */
export const hostileContent = (): NotificationContent =>
  pageContent({
    organisation: `Acme ${HOSTILE}`,
    why: `You are ${HOSTILE}`,
    recipient: { id: 'usr_1', name: HOSTILE, timezone: 'Mars/Olympus', locale: 'no_such!' },
    incident: {
      title: HOSTILE.repeat(60),
      description: `${HOSTILE}\n\n\n\n${HOSTILE.repeat(60)}`,
      serviceName: HOSTILE,
      source: HOSTILE,
      sourceLink: 'javascript:alert(1)',
      runbookUrl: 'https://x.test/"><script>alert(1)</script>|<!channel>',
      labels: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}${HOSTILE}`, HOSTILE.repeat(3)])),
    },
  });
