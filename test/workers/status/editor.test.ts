import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { incidents } from '../../../db/schema';
import { createServiceInput } from '../../../domain/service/input';
import { DAY, HOUR } from '../../../domain/shared/time';
import { createReportInput, createStatusPageInput, previewReportInput } from '../../../domain/status-page/input';
import { createService } from '../../../workers/operations/service/create';
import { checkHost } from '../../../workers/operations/status-page/check-host';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { previewStatusPage } from '../../../workers/operations/status-page/preview';
import { serveStatusPage } from '../../../workers/operations/status-page/serve';
import { setComponentState } from '../../../workers/operations/status-page/set-state';
import { updateStatusPage } from '../../../workers/operations/status-page/update';
import { uptimeByMonth, uptimeCsv } from '../../../workers/operations/status-page/uptime';
import { createReport } from '../../../workers/operations/status-report/create';
import { getReport } from '../../../workers/operations/status-report/get';
import { previewReport } from '../../../workers/operations/status-report/preview';
import { reportProposals } from '../../../workers/operations/status-report/proposals';
import { publishReport } from '../../../workers/operations/status-report/publish';
import { updateReport } from '../../../workers/operations/status-report/update';
import { awayDb } from '../access/support';
import { adminContext, failureOf, settle, taken } from '../config/support';

const now = Date.now();
const context = adminContext({ now });
const GIF = `data:image/gif;base64,${btoa('GIF89a.')}`;
let id = '';
let checkout = '';
let serviceId = '';

beforeAll(async () => {
  serviceId = taken(await createService(context, createServiceInput.parse({ name: 'checkout-api' }))).id;
  const components = [{ name: 'Checkout', serviceIds: [serviceId] }, { name: 'API' }];
  const page = taken(
    await createStatusPage(context, createStatusPageInput.parse({ name: 'Shop', slug: 'editor', components })),
  );
  [id, checkout] = [page.id, page.components[0]?.id ?? ''];
  await settle();
});

const visitorSees = async () => {
  const asked = { path: '', language: null, number: 1 };
  return (await serveStatusPage(adminContext({ now }), { kind: 'slug', slug: 'editor' }, asked))?.document.body ?? '';
};

describe('a preview', () => {
  it('shows another look in a frame of ours, with its logo, and stores none of it', async () => {
    const look = { accent: '#ff0000', customCss: 'h1{letter-spacing:1px}', logo: GIF };
    const { body, policy } = taken(await previewStatusPage(context, { id, look }));
    expect(body).toContain('h1{letter-spacing:1px}');
    expect(body).toContain(`<img src="${GIF}"`);
    expect(body).not.toContain('<script>');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(await visitorSees()).not.toContain('letter-spacing:1px');
  });

  it('shows a report that is being written, with what becomes of its components', async () => {
    const draft = {
      title: 'Cards fail',
      body: 'We look.',
      components: [{ componentId: checkout, state: 'MAJOR_OUTAGE' }],
    };
    const { body } = taken(await previewReport(context, { id, ...previewReportInput.parse(draft) }));
    expect(body).toContain('Cards fail');
    expect(body).toContain('Some systems are down.');
    expect(await visitorSees()).not.toContain('Cards fail');
  });

  it('shows even a report of which nothing is written yet', async () => {
    const empty = previewReportInput.parse({ kind: 'maintenance', title: '', body: '' });
    expect(taken(await previewReport(context, { id, ...empty })).body).toContain('…');
  });
});

describe('a report of an incident', () => {
  const incident = (name: string, visibility: 'PUBLIC' | 'PRIVATE', i: number) => ({
    ...{ id: `inc_editor${name}`, number: (now % 1_000_000) + 500 + i, seq: 1, status: 'OPEN' as const, visibility },
    ...{ urgency: 'HIGH' as const, priority: 'P1' as const, title: 'db-3 is full', description: null, serviceId },
    ...{ serviceName: 'checkout-api', inbox: 'int_x', dedupKey: name, alertCount: 1, step: 1, cycle: 1 },
    ...{ openedAt: now - HOUR, lastEventAt: now, assigneeName: null, nobodyPaged: false },
  });

  beforeAll(async () => {
    await makeDb(env.DB)
      .insert(incidents)
      .values([incident('open', 'PUBLIC', 1), incident('secret', 'PRIVATE', 2)]);
  });

  it('is proposed on each page that shows its service, in words for visitors', async () => {
    const proposed = taken(await reportProposals(context, { incidentId: 'inc_editoropen' }));
    expect(proposed.pages).toEqual([
      {
        ...{ id, name: 'Shop', title: 'Problem with Checkout', startsAt: now - HOUR },
        components: [{ componentId: checkout, state: 'MAJOR_OUTAGE' }],
      },
    ]);
  });

  it('is found from it afterwards', async () => {
    const input = createReportInput.parse({ title: 'Checkout', body: 'We look.', incidentId: 'inc_editoropen' });
    const made = taken(await createReport(context, { ...input, id }));
    await settle();
    const { written } = taken(await reportProposals(context, { incidentId: 'inc_editoropen' }));
    expect(written.map((one) => one.id)).toEqual([made.id]);
  });

  it('is never one of a private incident', async () => {
    const incidentId = 'inc_editorsecret';
    expect(taken(await reportProposals(context, { incidentId }))).toEqual({ written: [], pages: [] });
    const input = createReportInput.parse({ title: 'Checkout', body: 'We look.', incidentId });
    expect(failureOf(await createReport(context, { ...input, id })).fields?.[0]?.path).toBe('incidentId');
  });

  it('keeps no incident waiting while the database is away', async () => {
    const away = adminContext({ now, db: awayDb() });
    expect(taken(await reportProposals(away, { incidentId: 'inc_editoropen' })).pages).toEqual([]);
  });
});

describe('a draft', () => {
  it('can be said in other words until it is published, and never after', async () => {
    const input = createReportInput.parse({ title: 'Later', body: 'First words.', draft: true });
    const { id: reportId } = taken(await createReport(context, { ...input, id }));
    const publishAt = now + DAY;
    taken(await updateReport(context, { id, reportId, body: 'Better words.', publishAt }));
    const draft = taken(await getReport(context, { id, reportId }));
    expect([draft.updates[0]?.body, draft.publishAt]).toEqual(['Better words.', publishAt]);
    taken(await publishReport(context, { id, reportId }));
    await settle();
    expect(failureOf(await updateReport(context, { id, reportId, body: 'No.' })).fields?.[0]?.path).toBe('body');
  });
});

describe('templates', () => {
  it('have names of their own', () => {
    const template = { name: 'Slow', title: 'Slow' };
    const parse = (templates: object[]) => createStatusPageInput.safeParse({ name: 'P', slug: 'p', templates }).success;
    expect([parse([template]), parse([template, template])]).toEqual([true, false]);
  });
});

describe('uptime by month', () => {
  it('is what the components were, as figures and as CSV', async () => {
    const set = (state: 'MAJOR_OUTAGE' | null, at: number) =>
      setComponentState(adminContext({ now: at }), { id, componentId: checkout, state, until: null });
    taken(await set('MAJOR_OUTAGE', now + HOUR));
    taken(await set(null, now + 2 * HOUR));
    await settle();
    const later = adminContext({ now: now + 3 * HOUR });
    const { months } = taken(await uptimeByMonth(later, { id, months: 2 }));
    expect(months).toHaveLength(2);
    const down = months.flatMap(({ components }) => components[0]?.spentMs.MAJOR_OUTAGE ?? 0);
    // The incident of the tests above has it down as well, from the first look on.
    expect(down.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(HOUR);
    expect(taken(await uptimeCsv(later, { id, months: 2 })).text.split('\r\n')).toHaveLength(1 + 2 * 2 + 1);
  });
});

describe('a host name', () => {
  it('is not called working where that could not be checked', async () => {
    expect(failureOf(await checkHost(context, { id })).fields?.[0]?.path).toBe('host');
    taken(await updateStatusPage(context, { id, host: 'status.shop.test' }));
    await settle();
    const found = taken(await checkHost(context, { id }));
    expect(found).toMatchObject({ host: 'status.shop.test', trail: null, answer: { kind: 'none' } });
    expect(found.dnsProblem).toMatch(/local/);
  });
});
