import { NOTIFICATION_WORDS } from '~/components/notification/states';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import { ClockTime } from '~/ui/time';
import type { NotificationView } from '../../../domain/incident/view';
import styles from './pages-sent.module.css';
import { CHANNEL_WORDS } from './teller';

/** What a message was for, where it is no page. */
const INTENT_WORDS: Record<NotificationView['intent'], string> = {
  page: '',
  'sla-warning': '(target nearly missed) ',
  'sla-breached': '(target missed) ',
  resolved: '(all clear) ',
};

/** Who was told, by what, and how far it came. */
export function PagesSent({ notifications }: { notifications: readonly NotificationView[] }) {
  const people = new Map<string, NotificationView[]>();
  for (const page of notifications) people.set(page.userId, [...(people.get(page.userId) ?? []), page]);
  if (people.size === 0) return null;
  return (
    <Section title="Pages">
      <ul>
        {[...people].map(([userId, pages]) => (
          <li key={userId} className={styles.person}>
            <p>{pages[0]?.userName}</p>
            <ul>
              {pages.map((page) => (
                <Page key={page.id} page={page} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Page({ page: { channel, intent, state, reason, updatedAt } }: { page: NotificationView }) {
  const { word, glyph } = NOTIFICATION_WORDS[state];
  return (
    <li className={styles.page} data-state={state} title={reason ?? undefined}>
      <span className={styles.time}>
        <ClockTime at={updatedAt} />
      </span>
      <Glyph name={glyph} />
      <span>
        {CHANNEL_WORDS[channel]} {INTENT_WORDS[intent]}
        {word}
        {state === 'FAILED' && reason ? `: ${reason}` : ''}
      </span>
    </li>
  );
}
