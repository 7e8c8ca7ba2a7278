import { renderToReadableStream } from 'react-dom/server';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
  RemixServer,
} from '~/lib/rr';

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  let code = status;
  const body = await renderToReadableStream(<RemixServer context={entry} url={request.url} nonce={nonce} />, {
    nonce,
    signal: request.signal,
    onError(error: unknown) {
      if (!request.signal.aborted) console.error(error);
      code = 500;
    },
  });
  // Complete before the first byte: no part of a page may depend on a script that moves it into place.
  await body.allReady;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(body, { headers, status: code });
}

/** Unexpected errors of loaders, actions and rendering. Remix hides them from people; here they are written down. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(
    JSON.stringify({
      level: 'error',
      event: 'web-error',
      requestId: context.requestId,
      method: request.method,
      path: pathname,
      error: reason,
    }),
  );
}
