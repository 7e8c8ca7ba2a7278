import { DemoSection } from '~/components/settings/demo-section';
import styles from '~/components/settings/settings.module.css';
import { runSettingsCommand } from '~/components/settings/settings-command.server';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { TargetList } from '~/components/settings/target-list';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Glyph } from '~/ui/glyph';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';

const WHO_MAY = 'Settings are for administrators. Ask one to change them.';

const NEWS: Record<string, string> = {
  organisation: 'Saved. The name stands in every message from now on.',
  'last-resort': 'Saved. The last resort holds from now on.',
  demo: 'The demo organisation is removed. Its incidents are resolved and stay in the history.',
};

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { settings, setup, user, team, schedule } = operationsOf(context);
  const where = { context, request };
  const [found, progress, users, teams, schedules] = await Promise.all([
    settings.get({}),
    setup.progress(),
    choicesOrNone(user.list, ({ status }) => status === 'ACTIVE'),
    choicesOrNone(team.list),
    choicesOrNone(schedule.list),
  ]);
  return {
    settings: unwrap(found, where),
    demo: unwrap(progress, where).demo,
    choices: { USER: users, TEAM: teams, SCHEDULE: schedules },
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const answer = await runSettingsCommand(operationsOf(context), form);
  return answer.ok ? redirect(answer.value) : refusal(answer.error, textOf(form, 'verb'), form, { context, request });
}

export const meta = () => pageTitle('Settings');

export default function Settings() {
  const { settings, demo, choices, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const news = done && !refused ? NEWS[done] : undefined;
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.news}>
        <NoticeRegion>
          {news ? (
            <Notice key={done} glyph="check">
              <p>{news}</p>
            </Notice>
          ) : null}
        </NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      <Section title="Organisation">
        <Form method="post" className={styles.form} preventScrollReset>
          <input type="hidden" name="verb" value="organisation" />
          <Field
            label="Name"
            name="name"
            required
            maxLength={200}
            autoComplete="organization"
            error={refused?.errors['organisation/name']}
            defaultValue={refused?.values.name ?? settings.organisation.name}
          />
          <Button>Save name</Button>
        </Form>
      </Section>
      <Section title="Last resort">
        <p className={styles.text}>
          Paged when a policy has reached nobody: an empty team, a gap in a schedule, nobody with a way to be reached.
        </p>
        {settings.warnings.map(({ code, message }) => (
          <p key={code} className={styles.warning}>
            <Glyph name="warning" />
            {message}
          </p>
        ))}
        <TargetList targets={settings.lastResort} choices={choices} />
      </Section>
      <Section title="Export">
        <p className={styles.text}>
          People, teams, services, policies, schedules, integrations and postmortems in one file, without any secret.{' '}
          <a href="/settings/export" download>
            Save as JSON
          </a>
        </p>
      </Section>
      <DemoSection demo={demo} />
    </div>
  );
}
