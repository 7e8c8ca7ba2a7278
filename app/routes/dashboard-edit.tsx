import { runDashboardCommand } from '~/components/dashboard/command.server';
import styles from '~/components/dashboard/dashboard.module.css';
import { PanelForm } from '~/components/dashboard/panel-form';
import { dashboardPath, narrowingWords, subjectWords } from '~/components/dashboard/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Form,
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
import { Checkbox, Field } from '~/ui/field';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import { useOrderDrag } from '~/ui/use-order-drag';
import { MOST_PANELS } from '../../domain/analytics/dashboard';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const { dashboard, name, service, team } = operationsOf(context);
  const one = unwrap(await dashboard.get({ id: params.id ?? '' }), where);
  if (!one.mayEdit) throw redirect(dashboardPath(one));
  const ids = (of: 'serviceId' | 'teamId') => one.panels.flatMap((panel) => panel[of] ?? []);
  const [services, teams, serviceNames, teamNames] = await Promise.all([
    choicesOrNone(service.list),
    choicesOrNone(team.list),
    name.of({ kind: 'SERVICE', ids: ids('serviceId') }),
    name.of({ kind: 'TEAM', ids: ids('teamId') }),
  ]);
  const named = new Map(
    [...unwrap(serviceNames, where), ...unwrap(teamNames, where)].map(({ id, name: said }) => [id, said]),
  );
  return {
    one,
    services,
    teams,
    panels: one.panels.map((panel) => ({
      ...panel,
      words: narrowingWords({
        ...panel,
        serviceName: named.get(panel.serviceId ?? '') ?? null,
        teamName: named.get(panel.teamId ?? '') ?? null,
      }),
    })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const answer = await runDashboardCommand(operationsOf(context).dashboard, params.id ?? '', form);
  return answer.ok ? redirect(answer.value) : refusal(answer.error, textOf(form, 'verb'), form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Arrange ${data?.one.name ?? 'a dashboard'}`);

export default function DashboardEdit() {
  const { one, panels, services, teams } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { handle, row } = useOrderDrag(panels.map(({ id }) => id));
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/analytics/dashboards', word: 'Dashboards' },
          { to: dashboardPath(one), word: one.name },
        ]}
      />
      <PageHeader title={`Arrange ${one.name}`}>
        <LinkButton to={dashboardPath(one)}>Done</LinkButton>
      </PageHeader>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="Panels">
        {panels.length === 0 ? <EmptyState>Nothing is on it yet.</EmptyState> : null}
        <ol className={styles.order}>
          {panels.map(({ id, subject, words }, i) => (
            <li key={id} {...row(id)}>
              <span>
                {panels.length > 1 ? <span {...handle(id)} /> : null}
                {subjectWords(subject)}
                <span className={styles.about}> · {words}</span>
              </span>
              <Form method="post" className={styles.moves} preventScrollReset>
                <input type="hidden" name="panel" value={id} />
                {i === 0 ? null : (
                  <Button name="verb" value="up" aria-label={`Up: ${subjectWords(subject)}`}>
                    Up
                  </Button>
                )}
                {i === panels.length - 1 ? null : (
                  <Button name="verb" value="down" aria-label={`Down: ${subjectWords(subject)}`}>
                    Down
                  </Button>
                )}
                <Button name="verb" value="take" look="quiet" aria-label={`Take off: ${subjectWords(subject)}`}>
                  Take off
                </Button>
              </Form>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Add a panel">
        {panels.length < MOST_PANELS ? (
          <PanelForm services={services} teams={teams} refusal={refusalOf(refused, 'add')} key={panels.length} />
        ) : (
          <EmptyState>{MOST_PANELS} panels are the most that a dashboard takes.</EmptyState>
        )}
      </Section>
      <Section title="Name and sharing">
        <Form method="post" className={styles.form}>
          <Field
            label="Name"
            name="name"
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={one.name}
            error={refusalOf(refused, 'save')?.errors.name}
          />
          <Checkbox
            label="Share with everybody in the organisation, to read"
            name="isShared"
            value="yes"
            defaultChecked={one.isShared}
          />
          <div className={styles.moves}>
            <Button name="verb" value="save">
              Save
            </Button>
          </div>
        </Form>
        <details className={styles.remove}>
          <summary>Delete this dashboard</summary>
          <Form method="post" className={styles.form}>
            <p>It is gone for everybody; the figures stay.</p>
            <div className={styles.moves}>
              <Button name="verb" value="remove" look="danger">
                Delete {one.name}
              </Button>
            </div>
          </Form>
        </details>
      </Section>
    </>
  );
}
