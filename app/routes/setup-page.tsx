import { sendFirstPage } from '~/components/setup/first-page.server';
import { PageStep } from '~/components/setup/page-step';
import { SetupFrame } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { type IncidentOperations, operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';

export const handle = { bare: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { progress } = await requireSetup(context, request);
  const { incident } = operationsOf(context);
  const id = new URL(request.url).searchParams.get('incident') ?? (await waitingId(incident));
  const found = id ? await incident.get({ id }) : null;
  const ready = progress.steps.some((one) => one.step === 'service' && one.done);
  return {
    steps: progress.steps,
    ready,
    done: progress.steps.some((one) => one.step === 'page' && one.done),
    incident: found?.ok ? found.value : null,
    isLocal: context.isLocal,
  };
}

/** Who went to look at the outbox and comes back finds the page that waits, not the button for another one. */
async function waitingId(incident: Pick<IncidentOperations, 'waitingPages'>): Promise<string | null> {
  const found = await incident.waitingPages();
  return found.ok ? (found.value[0]?.id ?? null) : null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireSetup(context, request);
  const form = await request.formData();
  const operations = operationsOf(context);
  const verb = textOf(form, 'verb');
  const here = (id: string) => redirect(`/setup/page?incident=${encodeURIComponent(id)}`);
  const id = textOf(form, 'incident');
  const answer =
    verb === 'acknowledge' ? await operations.incident.acknowledge({ id }) : await sendFirstPage(operations);
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return here('id' in answer.value ? answer.value.id : id);
}

export const meta = () => pageTitle('Set up: test page');

export default function SetupPage() {
  const { steps, ready, done, incident, isLocal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useFreshData(incident && incident.acknowledgedAt === null ? 2 : 30);
  const title = incident?.acknowledgedAt ? 'It works' : incident ? 'You are being paged' : 'Page yourself once';
  return (
    <SetupFrame current="page" progress={steps} title={title}>
      <PageStep ready={ready} done={done} incident={incident} isLocal={isLocal} refusal={refused} />
    </SetupFrame>
  );
}
