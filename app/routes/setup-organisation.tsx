import { SetupFrame, SetupLead } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import styles from '~/components/setup/setup-page.module.css';
import { StepEnd } from '~/components/setup/step-end';
import { stepAfter } from '~/components/setup/steps';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { RefusalNotice } from '~/ui/notice';
import { updateSettingsInput } from '../../domain/organisation/input';

export const handle = { bare: true };

const SAYS = { 'organisation/name': 'Give the organisation a name of at most 200 characters.' };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { progress } = await requireSetup(context, request);
  const { organisation } = unwrap(await operationsOf(context).settings.get({}), { context, request });
  const done = progress.steps.some((one) => one.step === 'organisation' && one.done);
  return { steps: progress.steps, name: done ? organisation.name : '' };
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireSetup(context, request);
  const form = await request.formData();
  const sent = { organisation: { name: textOf(form, 'name') } };
  const answer = said(await parsed(updateSettingsInput, sent, operationsOf(context).settings.update), SAYS);
  if (!answer.ok) return refusal(answer.error, 'organisation', form, { context, request });
  return redirect(stepAfter('organisation'));
}

export const meta = () => pageTitle('Set up: organisation');

export default function SetupOrganisation() {
  const { steps, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <SetupFrame current="organisation" progress={steps} title="What is the organisation called?">
      <SetupLead>The name stands in every page and e-mail, so that whoever is woken knows by whom.</SetupLead>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={styles.form}>
        <Field
          label="Name"
          name="name"
          required
          maxLength={200}
          autoComplete="organization"
          error={refused?.errors['organisation/name']}
          defaultValue={refused?.values.name ?? name}
        />
        <StepEnd step="organisation" done={false}>
          <Button look="primary">Save and go on</Button>
        </StepEnd>
      </Form>
    </SetupFrame>
  );
}
