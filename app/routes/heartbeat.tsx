import { HeartbeatStateMark } from '~/components/heartbeat/heartbeat-state';
import { NewAddress } from '~/components/heartbeat/new-address';
import { Pings } from '~/components/heartbeat/pings';
import { graceText, HEARTBEATS_PATH, heartbeatPath, timesText, WHO_MAY } from '~/components/heartbeat/words';
import styles from '~/components/integration/manage.module.css';
import { OverlapSelect } from '~/components/integration/overlap-select';
import { useClock } from '~/lib/clock';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { AsOf, PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';
import { rotateIntegrationInput } from '../../domain/integration/input';

const DONE: Record<string, string> = {
  update: 'Saved. New times count from now.',
  pause: 'Paused: a ping that does not come is not missed.',
  resume: 'Watched again. The next ping is counted from now.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { heartbeat, service } = operationsOf(context);
  const found = unwrap(await heartbeat.get({ id: params.id ?? '' }), { context, request });
  const owner = await service.get({ id: found.serviceId });
  return {
    heartbeat: found,
    service: { id: found.serviceId, name: owner.ok ? owner.value.name : 'A deleted service' },
    mayWrite: viewer.permissions.includes('config.write'),
    done: new URL(request.url).searchParams.get('done') ?? '',
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { heartbeat } = operationsOf(context);
  const id = params.id ?? '';
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  if (verb === 'rotate') {
    const given = { overlapMinutes: Number(textOf(form, 'overlapMinutes') || 0) };
    const rotated = await parsed(rotateIntegrationInput, given, (input) => heartbeat.rotate({ id, ...input }));
    return { made: { url: unwrap(rotated, { context, request }).url } };
  }
  const answer = await heartbeat.update({ id, enabled: verb === 'resume' });
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return redirect(`${heartbeatPath({ id })}?done=${verb === 'resume' ? 'resume' : 'pause'}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.heartbeat.name ?? 'Heartbeat');

export default function HeartbeatPage() {
  const { heartbeat, service, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale } = useClock();
  const made = answer && 'made' in answer ? answer.made : null;
  const refused = answer && !('made' in answer) ? answer : undefined;
  const { name, enabled, lastPingAt, downSince, dueAt, missedAt, urgency } = heartbeat;
  const path = heartbeatPath(heartbeat);
  useFreshData(5);
  return (
    <>
      <Breadcrumbs trail={[{ to: HEARTBEATS_PATH, word: 'Heartbeats' }]} />
      <PageHeader title={name}>
        {mayWrite ? (
          <>
            <Form method="post">
              <Button name="verb" value={enabled ? 'pause' : 'resume'}>
                {enabled ? 'Pause' : 'Watch again'}
              </Button>
            </Form>
            <LinkButton to={`${path}/edit`}>Edit</LinkButton>
            <LinkButton to={`${path}/delete`} look="quiet">
              Delete
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      <NoticeRegion>
        {DONE[done] && !answer ? (
          <Notice glyph="check" key={done}>
            <p>{DONE[done]}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {made ? <NewAddress url={made.url} says="This is the new address." /> : null}
      <Section title="How it stands" aside={<AsOf />}>
        <DefinitionList
          facts={[
            ['State', <HeartbeatStateMark key="state" state={heartbeat.state} />],
            ['Missed since', downSince ? <Moment key="down" at={downSince} /> : null],
            ['Last ping', lastPingAt ? <Moment key="last" at={lastPingAt} /> : 'none yet'],
            ['Next ping due', dueAt ? <Moment key="due" at={dueAt} /> : null],
            ['Missed from', missedAt ? <Moment key="missed" at={missedAt} /> : null],
            ['Due', timesText(heartbeat, locale)],
            ['Grace', graceText(heartbeat, locale)],
            [
              'Pages for',
              <Link key="service" to={`/services/${encodeURIComponent(service.id)}`}>
                {service.name}
              </Link>,
            ],
            ['Urgency', urgency ? urgency.toLowerCase() : 'as the service has it'],
            ['Address', <code key="key">/api/heartbeats/{heartbeat.inbox}•••</code>],
          ]}
        />
      </Section>
      <Section title="Pings">
        <Pings pings={heartbeat.pings} />
      </Section>
      {mayWrite ? (
        <Section title="Address">
          <details className={styles.fold}>
            <summary>Make a new address</summary>
            <p>Unless the present one works on for a while, pings are refused until the job has the new one.</p>
            <Form method="post" className={styles.stack} preventScrollReset>
              <OverlapSelect label="The present address works" />
              <div className={styles.buttons}>
                <Button name="verb" value="rotate" look="danger">
                  Make a new address
                </Button>
              </div>
            </Form>
          </details>
        </Section>
      ) : null}
    </>
  );
}
