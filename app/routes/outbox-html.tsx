import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { data, type LoaderFunctionArgs } from '~/lib/rr';
import { requireViewer } from '~/lib/session';

/** A mail program allows styles and pictures inside the message, and no scripts. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; form-action 'self'; sandbox allow-top-navigation allow-forms";

/** One e-mail of the local outbox as a mail program would show it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const messages = context.isLocal
    ? unwrap(await operationsOf(context).outbox.list({}), { context, request }).data
    : [];
  const html = messages.find(({ id }) => id === params.id)?.html;
  if (!html) {
    const message = 'This message has no e-mail body, or the outbox no longer holds it.';
    throw data({ code: 'not-found', message, requestId: context.requestId }, { status: 404 });
  }
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
  });
}
