import { savedSentence } from '~/lib/changed';
import { useClock } from '~/lib/clock';
import type { Service } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { Notice, NoticeRegion } from '~/ui/notice';
import { CHANGED_WORDS, servicePath } from './words';

type Props = { done: string | null; changed: string; service: Service; hasIntegrations: boolean; mayWrite: boolean };

/** What the last form did, and what stands in the way of being paged for this service. */
export function ServiceNotices({ done, changed, service, hasIntegrations, mayWrite }: Props) {
  const { locale } = useClock();
  return (
    <>
      <NoticeRegion>
        {done === 'update' ? (
          <Notice key={changed} glyph="check">
            <p>{savedSentence(changed, CHANGED_WORDS, locale)}</p>
          </Notice>
        ) : null}
        {done === 'create' ? (
          <Notice glyph="check">
            <p>
              {service.name} is created. {hasIntegrations ? null : 'Alerts reach it once it has an integration.'}
            </p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {service.escalationPolicyId ? null : (
        <Notice glyph="warning" tone="failed">
          <p>
            <b>Nobody is paged for this service:</b> it has no escalation policy.
          </p>
          {mayWrite ? (
            <Link to={`${servicePath(service.id)}/edit#field-escalationPolicyId`}>Choose a policy</Link>
          ) : null}
        </Notice>
      )}
    </>
  );
}
