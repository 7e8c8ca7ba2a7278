import { type Method, methodName } from '~/components/contact-method/words';
import type { Refusal } from '~/lib/failure';
import type { UrgencyReach } from './reach';
import { AddRule, AdoptDefaults, RemoveRule } from './rule-forms';
import { UrgencyView } from './urgency-view';

type Props = { reach: UrgencyReach; methods: readonly Method[]; refusal: Refusal | undefined };

/** The rules of one urgency, to look at and to change. */
export function RuleSection({ reach, methods, refusal }: Props) {
  const { urgency, rules } = reach;
  const nameOf = (id: string): string => {
    const rule = rules.find((one) => one.id === id);
    return rule ? `the rule after ${rule.minutes} min: ${methodName(rule.method)}` : 'the rule';
  };
  return (
    <UrgencyView reach={reach} name={null} endOf={(id) => <RemoveRule id={id} name={nameOf(id)} />}>
      {rules.length === 0 && reach.by === 'defaults' ? <AdoptDefaults urgency={urgency} /> : null}
      {methods.length > 0 ? <AddRule key={rules.length} urgency={urgency} methods={methods} refusal={refusal} /> : null}
    </UrgencyView>
  );
}
