import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import type { IncidentStatus } from '../../../domain/incident/incident';
import styles from './acknowledge-all.module.css';
import { type Burst, burstsOf } from './bursts';

type Incident = { id: string; status: IncidentStatus; serviceId: string; serviceName: string };

/** Where many incidents of a service wait at once, one press acknowledges them (UX §1A 6). `back` is where it leads. */
export function AcknowledgeAll({ incidents, back }: { incidents: readonly Incident[]; back: '/' | '/incidents' }) {
  const bursts = burstsOf(incidents);
  if (bursts.length === 0) return null;
  return (
    <ul className={styles.bursts}>
      {bursts.map((burst) => (
        <li key={burst.serviceId}>
          <BurstForm burst={burst} back={back} />
        </li>
      ))}
    </ul>
  );
}

const BurstForm = ({ burst, back }: { burst: Burst; back: string }) => (
  <Form method="post" action="/incidents/acknowledge-all" className={styles.burst}>
    <Glyph name="open" />
    <p>
      {burst.ids.length} open on <b>{burst.serviceName}</b>, not acknowledged
    </p>
    <input type="hidden" name="ids" value={burst.ids.join(',')} />
    <input type="hidden" name="back" value={back} />
    <Button>Acknowledge all {burst.ids.length}</Button>
  </Form>
);
