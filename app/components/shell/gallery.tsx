import { useClock } from '~/lib/clock';
import { Avatar } from '~/ui/avatar';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { EmptyState, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { StateBadge } from '~/ui/state-badge';
import { Table } from '~/ui/table';
import { Tabs } from '~/ui/tabs';
import { Age, ClockTime, Countdown, Moment, Time } from '~/ui/time';
import { UrgencyBadge } from '~/ui/urgency-badge';
import { INCIDENT_STATUSES, URGENCIES } from '../../../domain/incident/incident';
import { DAY, HOUR, MINUTE } from '../../../domain/shared/time';
import styles from './gallery.module.css';
import { GalleryChoices, GalleryUndo } from './gallery-choices';
import { GalleryForms } from './gallery-forms';
import { GalleryNotices } from './gallery-notices';

const ROWS = [
  { id: '1', name: 'checkout-api', policy: 'Payments on call', open: 2 },
  { id: '2', name: 'A service whose name is a good deal longer than its line has room for', policy: '', open: 0 },
];

/** Every primitive in its states, once for a look. */
export function Gallery({ look }: { look: 'light' | 'dark' }) {
  const { now } = useClock();
  return (
    <>
      <Section title="Buttons">
        <div className={styles.row}>
          <Button type="button" look="primary">
            Acknowledge
          </Button>
          <Button type="button">Escalate</Button>
          <Button type="button" look="quiet">
            Cancel
          </Button>
          <Button type="button" look="danger">
            Delete checkout-api
          </Button>
          <LinkButton to="/ui">A link</LinkButton>
        </div>
        <div className={styles.row} aria-busy="true">
          <Button type="button">While it is sent</Button>
        </div>
      </Section>
      <Section title="States">
        <div className={styles.row}>
          {INCIDENT_STATUSES.map((status) => (
            <StateBadge key={status} status={status} />
          ))}
        </div>
        <div className={styles.row}>
          {URGENCIES.map((urgency) => (
            <UrgencyBadge key={urgency} urgency={urgency} />
          ))}
          <Avatar name="Ana Ribeiro" />
          <Avatar name="Bo" muted />
        </div>
      </Section>
      <GalleryForms look={look} />
      <GalleryChoices look={look} />
      <GalleryNotices />
      <GalleryUndo />
      <Section title="Times">
        <div className={styles.row}>
          <Time at={now - 4 * MINUTE} />
          <Time at={now - 3 * DAY} />
          <Moment at={now + 20 * HOUR} />
          <ClockTime at={now} />
          <Age at={now - 2 * HOUR - 14 * MINUTE} />
          <Countdown at={now + 133_000} />
        </div>
      </Section>
      <Section title="Navigation" aside="an aside">
        <Breadcrumbs
          trail={[
            { to: '/ui', word: 'Services' },
            { to: '/ui?1', word: 'checkout-api' },
          ]}
        />
        <Tabs
          label={`Views, ${look}`}
          tabs={[
            { to: '/ui', word: 'Organisation', current: true },
            { to: '/ui?2', word: 'Providers', current: false },
          ]}
        />
        <Pagination search="cursor=x" nextCursor="y" />
      </Section>
      <Section title="Lists">
        <Table
          label={`Services, ${look}`}
          rows={ROWS}
          keyOf={({ id }) => id}
          main={{
            label: 'Name',
            to: () => '/ui',
            text: ({ name }) => name,
            sort: { to: '/ui', direction: 'ascending' },
          }}
          columns={[
            { label: 'Policy', width: 's', cell: ({ policy }) => policy || 'nobody is paged' },
            { label: 'Open', width: 'xs', figure: true, cell: ({ open }) => open },
          ]}
          under={({ policy, open }) => `${policy || 'nobody is paged'} · ${open} open`}
        />
        <DefinitionList
          facts={[
            ['Key', <code key="key">k3j9x2…</code>],
            ['Left out', null],
            ['Zone', 'Europe/Lisbon'],
          ]}
        />
        <EmptyState action={<LinkButton to="/ui">Declare incident</LinkButton>}>Nothing has been sent yet.</EmptyState>
      </Section>
    </>
  );
}
