import type { ReactNode } from 'react';
import { Form } from '~/lib/rr';

/** A form of one verb, posted to the incident's own page. */
export function ActionForm({
  verb,
  className,
  children,
}: {
  verb: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Form method="post" className={className} preventScrollReset>
      <input type="hidden" name="verb" value={verb} />
      {children}
    </Form>
  );
}
