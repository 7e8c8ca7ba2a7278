import type { HostCheck } from '~/lib/status-pages';
import { DefinitionList } from '~/ui/definition-list';
import { Notice, NoticeRegion } from '~/ui/notice';

/** What public DNS says of the name. */
function dnsText({ trail, dnsProblem }: HostCheck): string {
  if (!trail) return dnsProblem ?? 'Not known.';
  if (trail.addresses.length === 0) {
    return trail.names.length > 0
      ? `It points at ${trail.names.join(', ')}, which leads nowhere.`
      : 'There is no such name yet. A new record may take some minutes to be seen.';
  }
  const by = trail.names.length > 0 ? ` by way of ${trail.names.join(', ')}` : '';
  return `It leads to ${trail.addresses.join(', ')}${by}.`;
}

/** What a request to the name found, and what that means. */
function answerText({ answer, host }: HostCheck): string {
  switch (answer.kind) {
    case 'page':
      return 'This page answers under its name.';
    case 'door':
      return `Something answers and asks who is there (HTTP ${answer.status}), as this page does unless everybody sees it. Open https://${host} to be sure.`;
    case 'other':
      return `Something else answers there (HTTP ${answer.status}), not this page.`;
    case 'none':
      return answer.why;
  }
}

/** What was found out about a host name just now. */
export function HostFindings({ found }: { found: HostCheck }) {
  const works = found.answer.kind === 'page';
  return (
    <>
      <NoticeRegion>
        <Notice glyph={works ? 'check' : 'warning'} tone={works ? undefined : 'failed'}>
          <p>{works ? 'The name works.' : 'It is not sure that the name works.'}</p>
        </Notice>
      </NoticeRegion>
      <DefinitionList
        facts={[
          ['Name', found.host],
          ['Public DNS', dnsText(found)],
          ['The page', answerText(found)],
        ]}
      />
    </>
  );
}
