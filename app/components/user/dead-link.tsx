import type { ReactNode } from 'react';
import { Bare } from '~/components/shell/bare';

/** A link that opens nothing any more: used, replaced, too old or mistyped look alike. */
export function DeadLink({ children }: { children: ReactNode }) {
  return (
    <Bare>
      <h1 tabIndex={-1}>This link does not work any more</h1>
      {children}
    </Bare>
  );
}
