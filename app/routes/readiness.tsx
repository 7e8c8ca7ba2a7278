import { ProblemList } from '~/components/readiness/problem-list';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { countOf } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Glyph } from '~/ui/glyph';
import { AsOf, EmptyState, PageHeader, Section } from '~/ui/page';
import styles from './readiness.module.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const { services, isComplete, data } = unwrap(await operationsOf(context).readiness(), { context, request });
  return {
    services,
    isComplete,
    dangers: data.filter(({ level }) => level === 'danger'),
    warnings: data.filter(({ level }) => level === 'warning'),
  };
}

export const meta = () => pageTitle('Readiness');

export default function Readiness() {
  const { services, isComplete, dangers, warnings } = useLoaderData<typeof loader>();
  const { locale } = useClock();
  const all = countOf(services, locale, 'service', 'services');
  if (services === 0) {
    return (
      <>
        <PageHeader title="Readiness" />
        <EmptyState>There is no service yet, so there is nothing to be ready for.</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Readiness">
        <AsOf />
      </PageHeader>
      <p className={styles.lead}>
        {dangers.length === 0 && warnings.length === 0 ? (
          <span className={styles.fine}>
            <Glyph name="check" /> A page for any of your {all} reaches somebody, in more than one way.
          </span>
        ) : (
          `What may keep a page from reaching somebody, over ${all}${isComplete ? '' : ' (the first ones by name)'}.`
        )}
      </p>
      {dangers.length > 0 ? (
        <Section title="Reaches nobody now">
          <ProblemList problems={dangers} />
        </Section>
      ) : null}
      {warnings.length > 0 ? (
        <Section title="Worth a look">
          <ProblemList problems={warnings} />
        </Section>
      ) : null}
    </>
  );
}
