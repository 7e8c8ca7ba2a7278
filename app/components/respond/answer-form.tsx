import { incidentPath, numberOf } from '~/components/incident/words';
import { Bare } from '~/components/shell/bare';
import type { Look } from '~/lib/people';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { StateBadge } from '~/ui/state-badge';
import { UrgencyBadge } from '~/ui/urgency-badge';
import styles from './respond.module.css';
import { answerWords, doneWords } from './words';

type Props = { look: Look; isDone: boolean };

/** What broke, and one button. It is pressed by a person: nothing on this page acts by itself. */
export function AnswerForm({ look, isDone }: Props) {
  const { incident, person, verdict, action } = look;
  const news = isDone ? doneWords(look) : null;
  const canAct = verdict === 'apply' && !news;
  return (
    <Bare>
      <div className={styles.entry}>
        <p className={styles.state}>
          <StateBadge status={incident.status} />
          <UrgencyBadge urgency={incident.urgency} />
          {incident.priority ? <b>{incident.priority}</b> : null}
          <span className={styles.number}>{numberOf(incident)}</span>
        </p>
        <h1 tabIndex={-1}>{incident.title}</h1>
        <p className={styles.facts}>
          {incident.serviceName} · {incident.assignee ? `with ${incident.assignee.name}` : 'nobody has it yet'}
        </p>
      </div>
      <div role="status">
        {news ? (
          <Notice glyph={news.glyph} tone={incident.status}>
            <p>{news.text}</p>
          </Notice>
        ) : null}
      </div>
      {canAct ? (
        <Form method="post" reloadDocument className={styles.form}>
          <Button look="primary" autoFocus className={styles.button}>
            {answerWords(action).button}
          </Button>
          <p className={styles.hint}>
            As {person}. {answerWords(action).effect}
          </p>
        </Form>
      ) : null}
      {canAct || news ? null : <p>{answerWords(action).over(incident.status)}</p>}
      <p className={styles.more}>
        <Link to={incidentPath(incident)} reloadDocument>
          Open the incident
        </Link>
      </p>
    </Bare>
  );
}
