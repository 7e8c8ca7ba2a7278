import { useClock } from '~/lib/clock';
import type { SimulatedPage } from '~/lib/paging';
import { Form } from '~/lib/rr';
import { absoluteTime } from '~/lib/time';
import { Button } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { EmptyState, Section } from '~/ui/page';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { URGENCIES, type Urgency } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';
import { fieldTextOf } from './moment-field';
import { SimulatedPages } from './simulated-pages';
import styles from './simulator.module.css';

/** What was asked, and the pages it found; `pages` null: nothing was asked yet. */
export type Simulation = { at: Instant; urgency: Urgency; error: string | null; pages: SimulatedPage[] | null };

/** Who would be paged by an alert at any moment, if nobody answered. */
export function Simulator({ simulation: { at, urgency, error, pages } }: { simulation: Simulation }) {
  const clock = useClock();
  return (
    <Section title="Simulate an alert">
      <Form method="get" action="#simulate" className={styles.form} preventScrollReset id="simulate">
        <Field
          label={`When, on your clock (${clock.timeZone})`}
          name="at"
          type="datetime-local"
          required
          error={error ?? undefined}
          defaultValue={fieldTextOf(at, clock)}
        />
        <Select label="Urgency" name="urgency" defaultValue={urgency}>
          {URGENCIES.map((one) => (
            <option key={one} value={one}>
              {URGENCY_WORDS[one]}
            </option>
          ))}
        </Select>
        <Button>Simulate</Button>
      </Form>
      {pages === null ? null : pages.length === 0 ? (
        <EmptyState>Nobody would be paged.</EmptyState>
      ) : (
        <SimulatedPages
          caption={`${URGENCY_WORDS[urgency]} alert on ${absoluteTime(at, clock)}, nobody answers`}
          pages={pages}
        />
      )}
    </Section>
  );
}
