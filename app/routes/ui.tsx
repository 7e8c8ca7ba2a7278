import { Gallery } from '~/components/shell/gallery';
import styles from '~/components/shell/gallery.module.css';
import type { Problem } from '~/lib/failure';
import { data, type LoaderFunctionArgs } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { PageHeader } from '~/ui/page';

/** For whoever builds screens: every primitive in its states, in both looks. Only on loopback. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.isLocal) return null;
  const problem: Problem = { code: 'not-found', message: 'Nothing stands at /ui.', requestId: context.requestId };
  throw data(problem, { status: 404 });
}

export const meta = () => pageTitle('Primitives');

export default function Ui() {
  return (
    <>
      <PageHeader title="Primitives" />
      <div className={styles.looks}>
        <section className={styles.look} data-look="light" aria-label="Light">
          <Gallery look="light" />
        </section>
        <section className={styles.look} data-look="dark" aria-label="Dark">
          <Gallery look="dark" />
        </section>
      </div>
    </>
  );
}
