import type { ReactNode } from 'react';
import { Form, useNavigation } from '~/lib/rr';

type Props = { verb: string; className?: string | undefined; children: ReactNode };

/** A form of one verb, posted to the incident's own page. */
export function ActionForm({ verb, className, children }: Props) {
  return (
    <Form method="post" className={className} preventScrollReset aria-busy={useBusy(verb) || undefined}>
      <input type="hidden" name="verb" value={verb} />
      {children}
    </Form>
  );
}

/** True from the press until the page shows its result. */
export function useBusy(verb: string): boolean {
  return useNavigation().formData?.get('verb') === verb;
}
