import type { Refusal } from '~/lib/failure';
import { refusalOf } from '~/lib/form';
import { keyed } from '~/lib/keyed';
import type { IncidentPage, Named } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Menu } from '~/ui/menu';
import styles from './action-bar.module.css';
import { ActionForm, useBusy } from './action-form';
import { EscalateMenu } from './escalate-menu';
import { MergeForm, type MergeTarget } from './merge-form';
import { ReassignForm } from './reassign-form';
import { ResolveForm } from './resolve-form';
import { RespondersForm } from './responders-form';
import { SnoozeMenu } from './snooze-menu';

type Props = {
  incident: IncidentPage;
  people: { users: readonly Named[]; teams: readonly Named[] };
  mergeTargets: readonly MergeTarget[];
  refusal: Refusal | undefined;
};

/** What can be done now; the first thing to do is the wide one under the thumb. */
export function ActionBar({ incident, people, mergeTargets, refusal }: Props) {
  const may = new Set(incident.allowed);
  const first = (['acknowledge', 'unsnooze', 'unsuppress', 'resolve', 'reopen', 'unmerge'] as const).find((verb) =>
    may.has(verb),
  );
  const resolveRefused = refusalOf(refusal, 'resolve');
  const reassignRefused = refusalOf(refusal, 'reassign');
  const mergeRefused = refusalOf(refusal, 'merge');
  const respondersRefused = refusalOf(refusal, 'responders');
  if ([...may].every((one) => one === 'note' || one === 'edit')) return null;
  return (
    <section className={styles.bar} aria-label="Actions">
      {first === 'acknowledge' ? <Primary verb="acknowledge" label="Acknowledge" /> : null}
      {first === 'unsnooze' ? <Primary verb="unsnooze" label="End snooze and page" /> : null}
      {first === 'unsuppress' ? <Primary verb="unsuppress" label="End suppression and page" /> : null}
      {first === 'reopen' ? <Primary verb="reopen" label="Reopen and page" /> : null}
      {first === 'unmerge' ? <Primary verb="unmerge" label="Take back out and page" /> : null}
      {first === 'resolve' ? (
        <div className={styles.primary}>
          <Menu label="Resolve" group="actions" keys="r" look="primary" open={Boolean(resolveRefused)}>
            <ResolveForm refusal={resolveRefused} />
          </Menu>
        </div>
      ) : null}
      {may.has('escalate') ? <EscalateMenu incident={incident} mayPause={may.has('pause')} /> : null}
      {may.has('snooze') ? <SnoozeMenu refusal={refusalOf(refusal, 'snooze')} /> : null}
      {may.has('resolve') && first !== 'resolve' ? (
        <Menu label="Resolve" group="actions" keys="r" open={Boolean(resolveRefused)}>
          <ResolveForm refusal={resolveRefused} />
        </Menu>
      ) : null}
      {may.has('reassign') || may.has('suppress') || may.has('merge') ? (
        <Menu label="More" group="actions" open={Boolean(reassignRefused ?? respondersRefused ?? mergeRefused)}>
          {may.has('responders') ? <RespondersForm people={people} refusal={respondersRefused} /> : null}
          {may.has('reassign') ? <ReassignForm people={people} refusal={reassignRefused} /> : null}
          {may.has('merge') ? <MergeForm targets={mergeTargets} refusal={mergeRefused} /> : null}
          {may.has('suppress') ? (
            <ActionForm verb="suppress" className={styles.apart}>
              <p>Suppress: nobody is paged for this until someone ends it.</p>
              <Button look="danger">Suppress</Button>
            </ActionForm>
          ) : null}
        </Menu>
      ) : null}
    </section>
  );
}

function Primary({ verb, label }: { verb: string; label: string }) {
  return (
    <ActionForm verb={verb} className={styles.primary}>
      <Button look="primary" {...(verb === 'acknowledge' ? keyed('a', label) : {})}>
        {useBusy(verb) ? `${label} …` : label}
      </Button>
    </ActionForm>
  );
}
