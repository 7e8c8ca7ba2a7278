import type { Problem } from '~/lib/failure';
import { isRouteErrorResponse } from '~/lib/rr';
import { LinkButton } from '~/ui/button';
import { HTTP_STATUS } from '../../../domain/shared/errors';
import styles from './error-block.module.css';

const TITLES: Record<number, string> = {
  [HTTP_STATUS.forbidden]: 'You may not do this',
  [HTTP_STATUS['not-found']]: 'There is no such page',
  [HTTP_STATUS.conflict]: 'This is no longer possible',
  [HTTP_STATUS['rate-limited']]: 'Too many requests',
  [HTTP_STATUS.unavailable]: 'This part cannot be reached',
};

type Told = { status: number; title: string; message: string; requestId: string };

/** What went wrong in words for a person, from whatever was thrown. */
export function tellError(error: unknown, requestId: string): Told {
  if (isRouteErrorResponse(error)) {
    const problem: Partial<Problem> | null = typeof error.data === 'object' ? error.data : null;
    return {
      status: error.status,
      title: TITLES[error.status] ?? 'This request could not be taken',
      message: problem?.message ?? 'The address may be mistyped, or what stood here is gone.',
      requestId: problem?.requestId ?? requestId,
    };
  }
  return {
    status: 500,
    title: 'This did not work',
    message:
      'What you did last may not have happened. Load the page again and look; if it stays like this, report the request.',
    requestId,
  };
}

/** An error as a page: what, why, the request's id and a way on. */
export function ErrorBlock({ title, message, requestId, status }: Told) {
  return (
    <div className={styles.block}>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{message}</p>
      <p className={styles.id}>
        Status {status}, request <code>{requestId || 'unknown'}</code>
      </p>
      <LinkButton to="/">Go to the start page</LinkButton>
    </div>
  );
}
