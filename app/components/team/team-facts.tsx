import { policyPath } from '~/components/escalation-policy/words';
import { servicePath } from '~/components/service/words';
import { LinkList } from '~/components/user/link-list';
import { userPath } from '~/components/user/words';
import type { Named } from '~/lib/operations';
import { Section } from '~/ui/page';

type Props = { lead: Named | null; services: readonly Named[]; policies: readonly Named[] };

/** What belongs to a team, and what pages it. */
export function TeamFacts({ lead, services, policies }: Props) {
  return (
    <aside aria-label="Facts">
      <Section title="Lead">
        <LinkList entries={lead ? [{ to: userPath(lead), name: lead.name }] : []} none="Nobody leads this team." />
      </Section>
      <Section title="Services it owns">
        <LinkList entries={services.map((one) => ({ to: servicePath(one.id), name: one.name }))} none="None." />
      </Section>
      <Section title="Policies that page it">
        <LinkList
          entries={policies.map((one) => ({ to: policyPath(one.id), name: one.name }))}
          none="None. Nobody is paged as a member of this team."
        />
      </Section>
    </aside>
  );
}
