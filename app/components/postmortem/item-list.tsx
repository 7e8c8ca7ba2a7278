import { useClock } from '~/lib/clock';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { parseDay } from '../../../domain/analytics/day';
import type { ActionItem, ActionItemStatus } from '../../../domain/postmortem/action-item';
import { dayWords } from '../analytics/words';
import styles from './postmortem.module.css';
import { ACTION_ITEM_WORDS, actionItemPath } from './words';

type Item = ActionItem & { ownerName: string | null; overdue: boolean; about?: string };

type Props = {
  items: readonly Item[];
  /** On the board a press moves an item to the next column; elsewhere its status is told. */
  movable?: boolean;
};

const next = (status: ActionItemStatus): ActionItemStatus | undefined => {
  const order: ActionItemStatus[] = ['OPEN', 'IN_PROGRESS', 'COMPLETED'];
  return status === 'BLOCKED' ? 'IN_PROGRESS' : order[order.indexOf(status) + 1];
};

/** What the button that brings it there says. */
const MOVE_WORDS = { OPEN: 'Reopen', IN_PROGRESS: 'Start', BLOCKED: 'Block', COMPLETED: 'Complete' } as const;

/** What is to be done, by whom and by when. */
export function ItemList({ items, movable = false }: Props) {
  const { locale } = useClock();
  return (
    <ul>
      {items.map((item) => {
        const { id, title, status, priority, dueOn, ownerName, overdue, about } = item;
        const to = next(status);
        const due = dueOn === null ? 'no due date' : `due ${dayWords(parseDay(dueOn) ?? 0, locale)}`;
        return (
          <li key={id} className={styles.item}>
            <Link to={actionItemPath({ id })}>{title}</Link>
            {movable ? (
              to ? (
                <Form method="post" className={styles.move}>
                  <input type="hidden" name="id" value={id} />
                  <Button name="status" value={to} aria-label={`${MOVE_WORDS[to]}: ${title}`}>
                    {MOVE_WORDS[to]}
                  </Button>
                </Form>
              ) : (
                <span />
              )
            ) : (
              <span>{ACTION_ITEM_WORDS[status]}</span>
            )}
            <p>
              {priority} · {ownerName ?? 'nobody yet'} ·{' '}
              {overdue ? (
                <span className={styles.overdue}>
                  <Glyph name="warning" /> overdue, {due}
                </span>
              ) : (
                due
              )}
              {about ? ` · ${about}` : ''}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
