import type { SubscriberImport } from '~/lib/status-pages';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';
import { IMPORT_OUTCOMES, MOST_IMPORTED } from '../../../domain/status-page/subscriber-import';
import styles from './status-page.module.css';
import { OUTCOME_WORDS } from './words';

/** More lines than these of one kind nobody reads; the rest is counted. */
const SHOWN = 100;

const many = (count: number): string => (count === 1 ? 'One address' : `${count.toLocaleString('en')} addresses`);

/** What has become of each line of a list, or would. */
export function ImportedLines({ imported, listPath }: { imported: SubscriberImport; listPath: string }) {
  const { asked, dryRun, isCut, lines } = imported;
  const groups = IMPORT_OUTCOMES.map((outcome) => ({
    outcome,
    lines: lines.filter((line) => line.outcome === outcome),
  })).filter((group) => group.lines.length > 0);
  return (
    <>
      <NoticeRegion>
        <Notice glyph={dryRun ? 'note' : 'check'}>
          <p>
            {dryRun
              ? `${many(asked)} would be asked. Nothing is stored or sent yet.`
              : `${many(asked)} ${asked === 1 ? 'is' : 'are'} asked by mail.`}
          </p>
          {isCut ? (
            <p>The list is longer than {MOST_IMPORTED.toLocaleString('en')} lines; the rest is left out.</p>
          ) : null}
        </Notice>
      </NoticeRegion>
      {groups.map((group) => (
        <Section key={group.outcome} title={`${OUTCOME_WORDS[group.outcome]} (${group.lines.length})`}>
          <ul className={styles.lines}>
            {group.lines.slice(0, SHOWN).map(({ line, address }) => (
              <li key={line}>
                <span className={styles.muted}>Line {line}</span> {address || 'nothing'}
              </li>
            ))}
          </ul>
          {group.lines.length > SHOWN ? <p className={styles.muted}>and {group.lines.length - SHOWN} more.</p> : null}
        </Section>
      ))}
      {dryRun ? null : <LinkButton to={listPath}>See all subscribers</LinkButton>}
    </>
  );
}
