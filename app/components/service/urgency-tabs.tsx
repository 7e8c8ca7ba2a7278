import { Tabs } from '~/ui/tabs';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { URGENCIES, type Urgency } from '../../../domain/incident/incident';

/** The same page for an alert of another urgency, which may reach people by other channels. */
export function UrgencyTabs({ path, current }: { path: string; current: Urgency }) {
  const tabs = URGENCIES.map((urgency) => ({
    to: `${path}?urgency=${urgency}`,
    word: URGENCY_WORDS[urgency],
    current: urgency === current,
  }));
  return <Tabs label="Urgency of the alert" tabs={tabs} showLabel />;
}
