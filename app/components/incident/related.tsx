import type { ReactNode } from 'react';
import type { Refusal } from '~/lib/failure';
import type { RelatedIncidents } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Section } from '~/ui/page';
import { statusWord } from '~/ui/state-badge';
import { Age } from '~/ui/time';
import type { RelatedIncident } from '../../../domain/incident/view';
import { ActionForm } from './action-form';
import styles from './records.module.css';
import { incidentPath, numberOf } from './words';

type Props = {
  linked: readonly RelatedIncident[];
  related: RelatedIncidents;
  mayEdit: boolean;
  refusal: Refusal | undefined;
};

/** Other incidents that help with this one: linked by hand, alike and over, and open beside it. */
export function Related({ linked, related: { similar, open }, mayEdit, refusal }: Props) {
  const others = open.filter(({ id }) => linked.every((one) => one.id !== id));
  return (
    <Section title="Related">
      {linked.length + similar.length + others.length === 0 ? (
        <p className={styles.said}>No other incident is linked, similar or open on this service.</p>
      ) : null}
      <Group title="Linked" incidents={linked}>
        {(one) =>
          mayEdit ? (
            <ActionForm verb="unlink">
              <input type="hidden" name="otherId" value={one.id} />
              <Button look="quiet" aria-label={`Unlink ${numberOf(one)}`}>
                Unlink
              </Button>
            </ActionForm>
          ) : null
        }
      </Group>
      <Group title="Similar, and how they were resolved" incidents={similar}>
        {(one) => (
          <p className={styles.note}>
            {similar.find(({ id }) => id === one.id)?.note ?? 'No word was left about how.'}
          </p>
        )}
      </Group>
      <Group title="Also open on this service" incidents={others} />
      {mayEdit ? (
        <details open={refusal !== undefined}>
          <summary className={styles.unfold}>Link an incident</summary>
          <ActionForm verb="link" className={styles.form} key={linked.length}>
            <Field
              label="Number"
              name="otherId"
              required
              maxLength={64}
              placeholder="#1042"
              error={refusal?.errors.otherId}
              defaultValue={refusal?.values.otherId}
            />
            <Button>Link</Button>
          </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}

type GroupProps = {
  title: string;
  incidents: readonly RelatedIncident[];
  children?: (incident: RelatedIncident) => ReactNode;
};

function Group({ title, incidents, children }: GroupProps) {
  if (incidents.length === 0) return null;
  return (
    <>
      <h3 className={styles.muted}>{title}</h3>
      <ul className={styles.list}>
        {incidents.map((one) => (
          <li key={one.id}>
            <Link to={incidentPath(one)}>
              {numberOf(one)} {one.title}
            </Link>
            <span className={styles.muted}>
              {statusWord(one.status)}, <Age at={one.openedAt} />
            </span>
            {children?.(one)}
          </li>
        ))}
      </ul>
    </>
  );
}
