import { methodName } from '~/components/contact-method/words';
import { loadReach } from '~/components/profile/load-reach.server';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Confirm } from '~/ui/confirm';
import { PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const found = await loadReach(operationsOf(context), { ...viewer, status: 'ACTIVE' });
  const { methods, urgencies } = unwrap(found, { context, request });
  const method = methods.find(({ id }) => id === params.id);
  if (!method) {
    const message = 'There is no such contact method.';
    throw data({ code: 'not-found', message, requestId: context.requestId }, { status: 404 });
  }
  const rules = urgencies.flatMap((one) => one.rules).filter((rule) => rule.method.id === method.id).length;
  return { name: methodName(method), rules, isOnly: methods.length === 1 };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const answer = await operationsOf(context).contactMethod.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect('/profile/paging?done=remove');
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta = () => pageTitle('Remove a contact method');

export default function ContactMethodRemove() {
  const { name, rules, isOnly } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/profile', word: 'Your profile' },
          { to: '/profile/paging', word: 'How you are paged' },
        ]}
      />
      <PageHeader title={`Remove ${name}?`} />
      <Confirm
        lost={[
          `No page uses ${name} any more.`,
          ...(rules > 0
            ? [`${countOf(rules, 'en', 'rule that names it is', 'rules that name it are')} removed with it.`]
            : []),
          ...(isOnly ? ['It is your only contact method: without it nobody can page you.'] : []),
        ]}
        usedBy={[]}
        action={`Remove ${name}`}
        cancelTo="/profile/paging"
        refusal={refused}
      />
    </>
  );
}
