import { scopeText } from '~/components/maintenance/window-table';
import { WindowWhen } from '~/components/maintenance/window-when';
import { daysText, STATE_WORDS, timesText, WHO_MAY, WINDOWS_PATH, windowPath } from '~/components/maintenance/words';
import { choicesOrNone } from '~/lib/choices';
import { useClock } from '~/lib/clock';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
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
import { DefinitionList } from '~/ui/definition-list';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';

const DONE: Record<string, string> = {
  create: 'The maintenance is planned.',
  update: 'The window is changed.',
  end: 'The window is ended. What it held and still burns pages now.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { maintenanceWindow, service } = operationsOf(context);
  const [found, services] = await Promise.all([
    maintenanceWindow.get({ id: params.id ?? '' }),
    choicesOrNone(service.list),
  ]);
  return {
    window: unwrap(found, { context, request }),
    services,
    mayWrite: viewer.permissions.includes('config.write'),
    done: new URL(request.url).searchParams.get('done') ?? '',
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const id = params.id ?? '';
  const ended = await operationsOf(context).maintenanceWindow.end({ id });
  if (ended.ok) return redirect(`${windowPath({ id })}?done=end`);
  return refusal(ended.error, 'end', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.window.name ?? 'Maintenance window');

export default function MaintenanceWindowPage() {
  const { window, services, mayWrite, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = useClock();
  const { name, reason, repeat, timezone, state } = window;
  const path = windowPath(window);
  return (
    <>
      <Breadcrumbs trail={[{ to: WINDOWS_PATH, word: 'Maintenance windows' }]} />
      <PageHeader title={name}>
        {mayWrite ? (
          <>
            {state === 'active' ? (
              <Form method="post">
                <Button name="verb" value="end">
                  End now
                </Button>
              </Form>
            ) : null}
            <LinkButton to={`${path}/edit`}>Edit window</LinkButton>
            <LinkButton to={`${path}/delete`} look="quiet">
              Delete window
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      <NoticeRegion>
        {DONE[done] ? (
          <Notice glyph="check" key={done}>
            <p>{DONE[done]}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="What it does">
        <DefinitionList
          facts={[
            ['State', STATE_WORDS[state]],
            ['Now', <WindowWhen key="when" window={window} />],
            ['Holds', scopeText(window, services, locale)],
            [repeat ? 'First' : 'When', `${timesText(window, locale)}, ${timezone}`],
            ['Repeats', repeat ? `every week: ${daysText(repeat.days, locale)}` : 'no'],
            ['Until', repeat?.until ? <Moment key="until" at={repeat.until} /> : null],
            ['Reason', reason],
          ]}
        />
      </Section>
      <Section title="While it is in force">
        <p>
          Alerts open suppressed, and what is open and not acknowledged pages nobody further. What still burns at its
          end pages from step 1. The SLA clock stands meanwhile. What people declare by hand pages all the same.
        </p>
      </Section>
    </>
  );
}
