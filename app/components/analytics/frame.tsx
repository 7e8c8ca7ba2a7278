import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import { cx } from '~/lib/cx';
import type { Named } from '~/lib/operations';
import { Form, Link, useLocation } from '~/lib/rr';
import { Button, buttonClass } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Field, Select } from '~/ui/field';
import { PageHeader } from '~/ui/page';
import { Tabs } from '~/ui/tabs';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { Period } from '../../../domain/analytics/day';
import { NONE } from '../../../domain/analytics/filter';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import styles from './analytics.module.css';
import { type AnalyticsFilter, analyticsLink, fixed, PERIODS } from './filter';
import { periodWords } from './words';

const VIEWS = [
  { to: '/analytics', word: 'Overview' },
  { to: '/analytics/load', word: 'On-call load' },
  { to: '/analytics/noise', word: 'Noise' },
  { to: '/analytics/sla', word: 'SLA' },
  { to: '/analytics/dashboards', word: 'Dashboards' },
];

/** Pages with a period of their own. */
const OWN_PERIOD = ['/analytics/sla', '/analytics/dashboards'];

/** What all pages of the analytics begin with. */
export function AnalyticsHeader({ filter, children }: { filter?: AnalyticsFilter; children?: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title="Analytics">{children}</PageHeader>
      <Tabs
        label="Analytics"
        tabs={VIEWS.map(({ to, word }) => ({
          to: filter && !OWN_PERIOD.includes(to) ? analyticsLink(to, filter) : to,
          word,
          current: pathname === to,
        }))}
      />
    </>
  );
}

const PERIOD_WORDS: Record<(typeof PERIODS)[number], string> = {
  7: '7 days',
  30: '30 days',
  90: '90 days',
  365: 'A year',
};

/** The period in the address, and the days it is. */
export function PeriodBar({ filter, period }: { filter: AnalyticsFilter; period: Period }) {
  const { pathname, search } = useLocation();
  const { locale } = useClock();
  const rest = new URLSearchParams(search);
  for (const name of ['days', 'from', 'to', 'cursor']) rest.delete(name);
  const to = (days: number) => {
    const params = new URLSearchParams(rest);
    params.set('days', String(days));
    return `${pathname}?${params}`;
  };
  return (
    <div className={styles.bar}>
      <Tabs
        label="Period"
        tabs={PERIODS.map((days) => ({ to: to(days), word: PERIOD_WORDS[days], current: filter.days === days }))}
      />
      <p className={styles.when}>{periodWords(period, locale)}, days in UTC</p>
    </div>
  );
}

type FilterProps = {
  filter: AnalyticsFilter;
  services: readonly Named[];
  teams: readonly Named[];
  /** The page is about one of them. */
  without?: 'service' | 'team';
};

const named = (all: string, list: readonly Named[]) => ({
  options: [{ value: '', word: all }, ...list.map(({ id, name }) => ({ value: id, word: name }))],
});

/** The filters of the figures; they live in the address. */
export function AnalyticsFilters({ filter, services, teams, without }: FilterProps) {
  const { pathname } = useLocation();
  const { now } = useClock();
  const { from, to } = fixed(filter, now);
  return (
    <details className={styles.fold}>
      <summary className={buttonClass()}>{filter.active ? 'Filter (set)' : 'Filter'}</summary>
      <Form
        method="get"
        role="search"
        aria-label="Filter the figures"
        className={cx(styles.filters)}
        key={JSON.stringify(filter)}
      >
        <Field label="From" name="from" type="date" defaultValue={from} />
        <Field label="To" name="to" type="date" defaultValue={to} />
        {without === 'service' ? null : (
          <Combobox label="Service" name="service" defaultValue={filter.service} groups={[named('Any', services)]} />
        )}
        {without ? null : (
          <Combobox label="Team" name="team" defaultValue={filter.team} groups={[named('Any', teams)]} />
        )}
        <Select label="Urgency" name="urgency" defaultValue={filter.urgency}>
          <option value="">Any</option>
          {URGENCIES.map((urgency) => (
            <option key={urgency} value={urgency}>
              {URGENCY_WORDS[urgency]}
            </option>
          ))}
        </Select>
        <Select label="Priority" name="priority" defaultValue={filter.priority}>
          <option value="">Any</option>
          {PRIORITIES.map((priority) => (
            <option key={priority}>{priority}</option>
          ))}
          <option value={NONE}>None</option>
        </Select>
        <div className={styles.end}>
          <Button>Apply</Button>
          {filter.active || filter.days === null ? <Link to={pathname}>Clear</Link> : null}
        </div>
      </Form>
    </details>
  );
}
