import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import type { IncidentDetail } from '../../../domain/incident/view';
import styles from './postmortem-link.module.css';

type Props = {
  incident: Pick<IncidentDetail, 'id' | 'visibility'>;
  postmortem: { id: string; title: string } | null;
  mayWrite: boolean;
};

/** The postmortem of this incident, or the one press that drafts it. */
export function PostmortemLink({ incident, postmortem, mayWrite }: Props) {
  if (!postmortem && (!mayWrite || incident.visibility === 'PRIVATE')) return null;
  return (
    <Section title="Postmortem">
      {postmortem ? (
        <p className={styles.line}>
          <Link to={`/postmortems/${encodeURIComponent(postmortem.id)}`}>{postmortem.title}</Link>
        </p>
      ) : (
        <Form method="post" action="/postmortems/new" className={styles.line}>
          <input type="hidden" name="incidentId" value={incident.id} />
          <Button>Draft a postmortem</Button>
        </Form>
      )}
    </Section>
  );
}
