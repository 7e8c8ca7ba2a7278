import { incidentPath, numberOf } from '~/components/incident/words';
import { Bare } from '~/components/shell/bare';
import type { Look } from '~/lib/people';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { StateBadge } from '~/ui/state-badge';
import { UrgencyBadge } from '~/ui/urgency-badge';
import { bundleHeadline } from '../../../domain/notification/bundle';
import styles from './respond.module.css';
import { answerWords, doneWords } from './words';

type Props = { look: Look; isDone: boolean };

/** What broke, and one button. It is pressed by a person: nothing on this page acts by itself. */
export function AnswerForm({ look, isDone }: Props) {
  const { incident, person, verdict, action, bundle } = look;
  const news = isDone ? doneWords(look) : null;
  const canAct = verdict === 'apply' && !news;
  return (
    <Bare>
      {bundle ? <BundleHead bundle={bundle} /> : <IncidentHead incident={incident} />}
      <div role="status">
        {news ? (
          <Notice glyph={news.glyph} tone={bundle ? 'ACKNOWLEDGED' : incident.status}>
            <p>{news.text}</p>
          </Notice>
        ) : null}
      </div>
      {canAct ? (
        <Form method="post" reloadDocument className={styles.form}>
          <Button look="primary" autoFocus className={styles.button}>
            {bundle ? `Acknowledge all ${bundle.length}` : answerWords(action).button}
          </Button>
          <p className={styles.hint}>
            As {person}. {bundle ? 'Paging stops and they are yours.' : answerWords(action).effect}
          </p>
        </Form>
      ) : null}
      {canAct || news ? null : (
        <p>{bundle ? 'None of them needs anybody now.' : answerWords(action).over(incident.status)}</p>
      )}
      {bundle ? <BundleList bundle={bundle} /> : null}
      <p className={styles.more}>
        <Link to={bundle ? '/incidents' : incidentPath(incident)} reloadDocument>
          {bundle ? 'Open the incidents' : 'Open the incident'}
        </Link>
      </p>
    </Bare>
  );
}

type Incident = Look['incident'];

const IncidentHead = ({ incident }: { incident: Incident }) => (
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
);

const BundleHead = ({ bundle }: { bundle: Incident[] }) => (
  <div className={styles.entry}>
    <p className={styles.state}>
      <span>{bundle.length} pages in one message</span>
    </p>
    <h1 tabIndex={-1}>{bundleHeadline(bundle)}</h1>
  </div>
);

const BundleList = ({ bundle }: { bundle: Incident[] }) => (
  <ul className={styles.list}>
    {bundle.map((one) => (
      <li key={one.id}>
        <StateBadge status={one.status} />
        <Link to={incidentPath(one)} reloadDocument>
          <span className={styles.number}>{numberOf(one)}</span> {one.title}
        </Link>
      </li>
    ))}
  </ul>
);
