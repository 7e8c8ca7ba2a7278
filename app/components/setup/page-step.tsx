import type { Refusal } from '~/lib/failure';
import type { IncidentPage } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PagesSent } from '../incident/pages-sent';
import { SetupLead } from './setup-frame';
import styles from './setup-page.module.css';
import { StepEnd } from './step-end';

type Props = {
  ready: boolean;
  done: boolean;
  incident: IncidentPage | null;
  isLocal: boolean;
  refusal: Refusal | undefined;
};

/** The proof that the chain holds: a page goes out, arrives, and is acknowledged. */
export function PageStep({ ready, done, incident, isLocal, refusal }: Props) {
  return (
    <>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {incident ? (
        <Paged incident={incident} isLocal={isLocal} />
      ) : (
        <>
          <SetupLead>
            {done
              ? 'A page was acknowledged already. Another one does no harm.'
              : 'A real alert with low urgency takes the way that every alert takes. Acknowledge it where it reaches you, or here.'}
          </SetupLead>
          <StepEnd step="page" done={done}>
            {ready ? (
              <Form method="post">
                <Button name="verb" value="page" look={done ? 'plain' : 'primary'}>
                  Page me now
                </Button>
              </Form>
            ) : (
              <LinkButton to="/setup/service" look="primary">
                Add a service first
              </LinkButton>
            )}
          </StepEnd>
        </>
      )}
    </>
  );
}

function Paged({ incident, isLocal }: { incident: IncidentPage; isLocal: boolean }) {
  const { id, number, title, acknowledgedAt, notifications, allowed, assignee } = incident;
  const name = number === null ? title : `#${number} ${title}`;
  return (
    <>
      <NoticeRegion>
        {acknowledgedAt === null ? (
          <Notice key="paged" glyph="open" tone="open">
            <p>
              <Link to={`/incidents/${number ?? id}`}>{name}</Link> is open and pages you until it is acknowledged.
            </p>
          </Notice>
        ) : (
          <Notice key="done" glyph="acknowledged" tone="acknowledged">
            <p>
              Acknowledged{assignee ? ` by ${assignee.name}` : ''}; paging has stopped.{' '}
              <Link to={`/incidents/${number ?? id}`}>See its timeline</Link>
            </p>
          </Notice>
        )}
      </NoticeRegion>
      <PagesSent notifications={notifications} />
      {isLocal ? (
        <p className={styles.muted}>
          This installation runs on your machine: the message is in the <Link to="/outbox">outbox</Link>, as you would
          have received it.
        </p>
      ) : null}
      <StepEnd step="page" done={acknowledgedAt !== null}>
        {allowed.includes('acknowledge') && acknowledgedAt === null ? (
          <Form method="post">
            <input type="hidden" name="incident" value={id} />
            <Button name="verb" value="acknowledge" look="primary">
              Acknowledge
            </Button>
          </Form>
        ) : null}
      </StepEnd>
    </>
  );
}
