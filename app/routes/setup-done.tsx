import { SetupFrame, SetupLead } from '~/components/setup/setup-frame';
import { requireSetup } from '~/components/setup/setup-loader.server';
import styles from '~/components/setup/setup-page.module.css';
import { STEPS } from '~/components/setup/steps';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, redirect, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Glyph } from '~/ui/glyph';

export const handle = { bare: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { progress } = await requireSetup(context, request);
  return { steps: progress.steps };
}

/** Puts the list away, whatever is still open on it. */
export async function action({ context, request }: ActionFunctionArgs) {
  await requireSetup(context, request);
  unwrap(await operationsOf(context).setup.dismiss(), { context, request });
  return redirect('/');
}

export const meta = () => pageTitle('Set-up done');

const NEXT: [to: string, word: string, says: string][] = [
  ['/users/new', 'Invite a colleague', 'so that somebody answers when you cannot'],
  ['/escalation-policies', 'Add a second step', 'for pages that nobody acknowledges'],
  ['/settings', 'Choose the last resort', 'whom to page when nobody else is left'],
];

export default function SetupDone() {
  const { steps } = useLoaderData<typeof loader>();
  const open = STEPS.filter(({ step }) => steps.some((one) => one.step === step && !one.done));
  return (
    <SetupFrame current="done" progress={steps} title={open.length === 0 ? 'Ready to page' : 'Nearly ready'}>
      <SetupLead>
        {open.length === 0
          ? 'An alert reaches you, and you can answer it. What makes it safe to sleep:'
          : 'You skipped something. The list stays on the start page until it is done.'}
      </SetupLead>
      <ul className={styles.list}>
        {open.map(({ to, says }) => (
          <li key={to}>
            <Glyph name="later" />
            <Link to={to}>{says}</Link>
          </li>
        ))}
        {NEXT.map(([to, word, says]) => (
          <li key={to}>
            <Glyph name="next" />
            <span>
              <Link to={to}>{word}</Link> <span className={styles.muted}>{says}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.end}>
        <LinkButton to="/" look="primary">
          Go to the start page
        </LinkButton>
      </div>
    </SetupFrame>
  );
}
