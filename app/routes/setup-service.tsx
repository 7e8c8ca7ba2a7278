import { SetupFrame, SetupLead } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import styles from '~/components/setup/setup-page.module.css';
import { StepEnd } from '~/components/setup/step-end';
import { stepAfter } from '~/components/setup/steps';
import { choicesOrNone } from '~/lib/choices';
import { refusal } from '~/lib/failure';
import { fieldOf, textOf } from '~/lib/form';
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
import { Glyph } from '~/ui/glyph';
import { RefusalNotice } from '~/ui/notice';
import { createServiceInput } from '../../domain/service/input';

export const handle = { bare: true };

const SAYS = { name: 'Give the service a name of at most 200 characters.' };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { progress, viewer } = await requireSetup(context, request);
  return {
    steps: progress.steps,
    viewer: viewer.name,
    services: await choicesOrNone(operationsOf(context).service.list),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireSetup(context, request);
  const form = await request.formData();
  const answer = said(
    await parsed(createServiceInput, { name: textOf(form, 'name') }, operationsOf(context).setup.firstService),
    SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'service', form, { context, request });
  return redirect(stepAfter('service'));
}

export const meta = () => pageTitle('Set up: service');

export default function SetupService() {
  const { steps, viewer, services } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = steps.some((one) => one.step === 'service' && one.done);
  return (
    <SetupFrame current="service" progress={steps} title={done ? 'There is a service' : 'What do you run?'}>
      {done ? (
        <>
          <ul className={styles.list}>
            {services.slice(0, 5).map(({ id, name }) => (
              <li key={id} data-done>
                <Glyph name="check" />
                {name}
              </li>
            ))}
          </ul>
          <StepEnd step="service" done />
        </>
      ) : (
        <>
          <SetupLead>
            A service is what alerts are about. Its policy pages {viewer} at once, and again every five minutes until
            somebody acknowledges; add colleagues and a rotation later.
          </SetupLead>
          {refused ? <RefusalNotice refusal={refused} /> : null}
          <Form method="post" className={styles.form}>
            <Field
              label="Name of the service"
              hint="Such as “checkout” or “website”."
              required
              maxLength={200}
              autoComplete="off"
              {...fieldOf(refused, 'name')}
            />
            <StepEnd step="service" done={false}>
              <Button look="primary">Add the service and go on</Button>
            </StepEnd>
          </Form>
        </>
      )}
    </SetupFrame>
  );
}
