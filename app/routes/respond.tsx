import { AnswerForm } from '~/components/respond/answer-form';
import styles from '~/components/respond/respond.module.css';
import { Bare } from '~/components/shell/bare';
import { operationsOf } from '~/lib/operations';
import { data, type HeadersFunction, Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { type Failure, HTTP_STATUS } from '../../domain/shared/errors';

/** No scripts at all: this page must work at once, in whatever a mail program opens it. */
export const handle = { bare: true, noScripts: true };

const GONE = 410;
const statusOf = ({ code, detail }: Failure): number => (detail?.reason === 'expired' ? GONE : HTTP_STATUS[code]);

// The address is the credential: no other site is told, and no cache keeps what it opened.
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' };
export const headers: HeadersFunction = () => PRIVATE;

/** Shows what the link would do and never does it: programs open links before people do. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await operationsOf(context).respond.look({ token: params.token ?? '' });
  const isDone = new URL(request.url).searchParams.has('done');
  if (!found.ok) return data({ look: null, problem: found.error.message, isDone }, { status: statusOf(found.error) });
  return data({ look: found.value, problem: null, isDone });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.look ? page.look.incident.title : 'This link does not work');

export default function Respond() {
  const { look, problem, isDone } = useLoaderData<typeof loader>();
  if (look) return <AnswerForm look={look} isDone={isDone} />;
  return (
    <Bare>
      <h1 tabIndex={-1}>This link does not work</h1>
      <p>{problem}</p>
      <p>Nothing was changed. The incident can still be answered in OpsKnight, or by a newer message.</p>
      <p className={styles.more}>
        <Link to="/" reloadDocument>
          Open OpsKnight
        </Link>
      </p>
    </Bare>
  );
}
