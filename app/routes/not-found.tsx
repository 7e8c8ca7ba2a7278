import type { Problem } from '~/lib/failure';
import { data, type LoaderFunctionArgs } from '~/lib/rr';

/** Every address that nothing else answers is a real 404. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const problem: Problem = {
    code: 'not-found',
    message: `Nothing stands at ${new URL(request.url).pathname.replace(/\.data$/, '')}.`,
    requestId: context.requestId,
  };
  throw data(problem, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
