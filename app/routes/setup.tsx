import { createOwnerFrom } from '~/components/setup/owner-command.server';
import { OwnerForm } from '~/components/setup/owner-form';
import { SetupFrame, SetupLead } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import { openStep } from '~/components/setup/steps';
import { TokenForm } from '~/components/setup/token-form';
import { zoneGroups } from '~/components/user/zones';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { RefusalNotice } from '~/ui/notice';

export const handle = { bare: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const state = unwrap(await operationsOf(context).setup.state({ token }), { context, request });
  if (!state.needsOwner) {
    if (!context.viewer) throw redirect('/login?next=/setup');
    throw redirect(openStep((await requireSetup(context, request)).progress));
  }
  return {
    token,
    tokenProblem: token === '' ? null : state.tokenProblem,
    isOpen: state.tokenProblem === null,
    mayLoadDemo: context.isLocal,
    zones: zoneGroups(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await createOwnerFrom(operationsOf(context).setup, form, request.headers.get('User-Agent'));
  if (!answer.ok) return refusal(answer.error, 'owner', form, { context, request });
  return redirect('/setup/organisation', { headers: { 'Set-Cookie': answer.value.setCookie } });
}

// An address with a token in it belongs into no other site's log.
export const headers = () => ({ 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' });

export const meta = () => pageTitle('Set up');

const NOTHING_DONE = [{ step: 'owner' as const, done: false }];

export default function Setup() {
  const { token, tokenProblem, isOpen, mayLoadDemo, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <SetupFrame current="owner" progress={NOTHING_DONE} title="Who looks after this installation?">
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {isOpen ? (
        <>
          <SetupLead>
            You become its first administrator and the first person who is paged. Everything here can be changed later.
          </SetupLead>
          <OwnerForm token={token} zones={zones} refusal={refused} mayLoadDemo={mayLoadDemo} />
        </>
      ) : (
        <TokenForm problem={tokenProblem} />
      )}
    </SetupFrame>
  );
}
