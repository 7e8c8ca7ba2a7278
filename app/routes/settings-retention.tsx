import styles from '~/components/settings/settings.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { useClock } from '~/lib/clock';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Select } from '~/ui/field';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';
import { Table } from '~/ui/table';
import {
  RETENTION_CHOICES,
  RETENTION_RULES,
  type Retention,
  type RetentionField,
  retentionPreviewInput,
  updateRetentionInput,
} from '../../domain/organisation/retention';

const WHO_MAY = 'Only administrators see and change settings.';

const FOR_EVER = 'ever';

/** `?incidentDays=365&auditDays=ever`: what a choice would do, shown before it is taken. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { retention } = operationsOf(context);
  const query = new URL(request.url).searchParams;
  const asked = RETENTION_RULES.flatMap(({ field }) => {
    const value = query.get(field);
    return value ? [[field, value] as const] : [];
  });
  const days = Object.fromEntries(asked.filter(([, value]) => value !== FOR_EVER));
  const preview = asked.length > 0 ? await parsed(retentionPreviewInput, days, retention.preview) : null;
  return {
    retention: unwrap(await retention.get(), where),
    asked: Object.fromEntries(asked) as Partial<Record<RetentionField, string>>,
    going: preview?.ok ? preview.value.going : null,
    done: query.has('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const days = RETENTION_RULES.flatMap(({ field }) => {
    const value = textOf(form, field);
    return value === '' ? [] : [[field, value === FOR_EVER ? null : Number(value)]];
  });
  const { update } = operationsOf(context).retention;
  const answer = await parsed(updateRetentionInput, Object.fromEntries(days), update);
  return answer.ok
    ? redirect('/settings/retention?done=save')
    : refusal(answer.error, 'retention', form, { context, request });
}

export const meta = () => pageTitle('Retention');

const daysWords = (days: number): string =>
  days % 365 === 0 ? `${days / 365} ${days === 365 ? 'year' : 'years'}` : `${days} days`;

const WORDS: Record<RetentionField, { label: string; hint: string; one: string; many: string }> = {
  incidentDays: {
    label: 'Details of resolved incidents',
    hint: 'Description, timeline, alerts, pages, notes and custom fields, counted from the resolution. Open incidents are never touched, and no figure changes.',
    one: 'incident would lose its details',
    many: 'incidents would lose their details',
  },
  messageDays: {
    label: 'Messages outside incidents',
    hint: 'Invitations, codes, digests, shift notices and tests, with their attempts. What still waits to be sent stays.',
    one: 'message would go',
    many: 'messages would go',
  },
  auditDays: {
    label: 'Audit log',
    hint: 'By whole days in UTC. An entry of the day says how many went.',
    one: 'entry of the audit log would go',
    many: 'entries of the audit log would go',
  },
  webhookDays: {
    label: 'Deliveries of outgoing webhooks',
    hint: 'What was told, to whom, and each attempt. What is still tried stays.',
    one: 'event of webhooks would go',
    many: 'events of webhooks would go',
  },
  changeDays: {
    label: 'Changes of services',
    hint: 'Deploys and other changes that tools have told of.',
    one: 'change would go',
    many: 'changes would go',
  },
};

/** What the product keeps by itself, and no setting changes. */
const FIXED: { what: string; long: string }[] = [
  { what: 'Incidents: number, title, service, times', long: 'For ever' },
  { what: 'Figures, and the days that they are made of', long: 'For ever' },
  { what: 'Postmortems, action items, status reports', long: 'Until somebody deletes them' },
  { what: 'What subscribers of a status page were told', long: '30 days' },
];

const choiceOf = (days: number | null): string => (days === null ? FOR_EVER : String(days));

/** What may be chosen for a kind, and what is chosen now. */
function optionsOf(
  { shortest, longest, mayStay }: (typeof RETENTION_RULES)[number],
  now: number | null,
  asked?: string,
) {
  const own = [now, asked === undefined ? null : Number(asked)].filter((days): days is number =>
    Number.isInteger(days),
  );
  const days = [...new Set([...RETENTION_CHOICES, ...own])]
    .filter((one) => one >= shortest && one <= longest)
    .toSorted((a, b) => a - b);
  return [
    ...(mayStay ? [{ value: FOR_EVER, word: 'For ever' }] : []),
    ...days.map((one) => ({ value: String(one), word: daysWords(one) })),
  ];
}

type Chosen = { retention: Retention; asked: Partial<Record<RetentionField, string>> };

/** The kinds whose days would be others than now. */
const changedIn = ({ retention, asked }: Chosen) =>
  RETENTION_RULES.filter(({ field }) => asked[field] !== undefined && asked[field] !== choiceOf(retention[field]));

export default function SettingsRetention() {
  const { retention, asked, going, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = useClock();
  const number = (n: number): string => new Intl.NumberFormat(locale).format(n);
  const changed = changedIn({ retention, asked });
  const isShorter = changed.some(({ field }) => (going?.[field] ?? 0) > 0);
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.news}>
        <NoticeRegion>
          {done && !refused ? (
            <Notice glyph="check">
              <p>Saved.</p>
            </Notice>
          ) : null}
        </NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      <Section title="How long records are kept">
        <Form method="get" className={styles.form} preventScrollReset key={JSON.stringify([asked, retention])}>
          {RETENTION_RULES.map((rule) => {
            const waiting = retention.waiting[rule.field] ?? 0;
            const { label, hint } = WORDS[rule.field];
            return (
              <Select
                key={rule.field}
                label={label}
                hint={waiting > 0 ? `${hint} ${number(waiting)} wait to be removed now.` : hint}
                name={rule.field}
                defaultValue={asked[rule.field] ?? choiceOf(retention[rule.field])}
              >
                {optionsOf(rule, retention[rule.field], asked[rule.field]).map(({ value, word }) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
            );
          })}
          <div className={styles.end}>
            <Button>See what this would remove</Button>
          </div>
        </Form>
        {going && changed.length > 0 ? (
          <Form method="post" className={styles.form}>
            <ul className={styles.list}>
              {changed.map(({ field }) => {
                const n = going[field] ?? 0;
                const { label, one, many } = WORDS[field];
                const value = asked[field] ?? '';
                return (
                  <li key={field}>
                    {label}: {value === FOR_EVER ? 'kept for ever' : `kept for ${daysWords(Number(value))}`};{' '}
                    <strong>{n === 0 ? 'nothing would go now' : `${number(n)} ${n === 1 ? one : many}`}</strong>.
                    <input type="hidden" name={field} value={value} />
                  </li>
                );
              })}
            </ul>
            <p>
              {isShorter
                ? 'Some are removed each minute, and others as they grow older. This cannot be undone; save what you may need as a file first.'
                : 'What is gone already does not come back.'}
            </p>
            <div className={styles.end}>
              <Button look={isShorter ? 'danger' : 'primary'}>{isShorter ? 'Save, and remove them' : 'Save'}</Button>
            </div>
          </Form>
        ) : null}
        {going && changed.length === 0 ? <p className={styles.text}>This is how long they are kept already.</p> : null}
      </Section>
      <Section title="Everything else">
        <Table
          label="What is kept for how long"
          rows={FIXED}
          keyOf={({ what }) => what}
          main={{ label: 'What', text: ({ what }) => what }}
          columns={[{ label: 'Kept', width: 'xl', cell: ({ long }) => long }]}
          under={({ long }) => long}
        />
      </Section>
    </div>
  );
}
