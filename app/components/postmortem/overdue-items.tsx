import { Link } from '~/lib/rr';
import { Section } from '~/ui/page';
import type { ActionItem } from '../../../domain/postmortem/action-item';
import { ItemList } from './item-list';

type Props = { items: readonly (ActionItem & { postmortemTitle: string })[]; name: string };

/** What its owner promised after an incident and has not done in time. Nothing where there is none. */
export function OverdueItems({ items, name }: Props) {
  if (items.length === 0) return null;
  return (
    <Section title="Overdue action items of yours" aside={<Link to="/action-items">The board</Link>}>
      <ItemList
        items={items.map((item) => ({ ...item, ownerName: name, overdue: true, about: item.postmortemTitle }))}
      />
    </Section>
  );
}
