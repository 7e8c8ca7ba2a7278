import { DemoAccessNotice } from '~/components/setup/demo-access';
import { SetupFrame, SetupLead } from '~/components/setup/setup-frame';
import { refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, useActionData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { RefusalNotice } from '~/ui/notice';

export const handle = { bare: true };

/** An address of its own: the set-up page turns away as soon as there is somebody to sign in as. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const loaded = await operationsOf(context).setup.loadDemo({ token: textOf(form, 'token') });
  if (!loaded.ok) return refusal(loaded.error, 'demo', form, { context, request });
  return { access: { email: loaded.value.email, password: loaded.value.password } };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta = () => pageTitle('Demo organisation');

export default function SetupDemo() {
  const answer = useActionData<typeof action>();
  if (answer && 'access' in answer) {
    return (
      <SetupFrame current="done" progress={[]} title="The demo organisation is there">
        <DemoAccessNotice access={answer.access} />
      </SetupFrame>
    );
  }
  return (
    <SetupFrame current="done" progress={[]} title="The demo organisation">
      {answer ? (
        <RefusalNotice refusal={answer} />
      ) : (
        <SetupLead>It is loaded from the first step of the set-up.</SetupLead>
      )}
      <p>
        <LinkButton to="/setup">Go to the set-up</LinkButton>
      </p>
    </SetupFrame>
  );
}
