import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, redirect } from '~/lib/rr';

/** Ends the session. Only a POST does: a link that signs out could be put into any page. */
export async function action({ context, request }: ActionFunctionArgs) {
  if (!context.viewer) return redirect('/login');
  const { setCookie } = unwrap(await operationsOf(context).session.signOut({ cookie: request.headers.get('Cookie') }), {
    context,
    request,
  });
  return redirect('/login', { headers: { 'Set-Cookie': setCookie } });
}

export const loader = () => redirect('/');
