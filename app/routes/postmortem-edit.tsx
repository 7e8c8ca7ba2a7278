import { useRef } from 'react';
import { fieldOfInstant, isSameMinute, postmortemInputOf } from '~/components/postmortem/edit-values';
import { KeptText } from '~/components/postmortem/kept-text';
import styles from '~/components/postmortem/postmortem.module.css';
import { DONE_WORDS, postmortemPath, WHO_MAY } from '~/components/postmortem/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Textarea } from '~/ui/field';
import { FormActions, FormRow, FormSection, formClass } from '~/ui/form';
import { Notice, NoticeRegion } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { updatePostmortemInput } from '../../domain/postmortem/input';
import { SECTION_WORDS, SECTIONS } from '../../domain/postmortem/postmortem';
import { toIso } from '../../domain/shared/time';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const { postmortem, user } = operationsOf(context);
  const [found, people] = await Promise.all([
    postmortem.get({ id: params.id ?? '' }),
    choicesOrNone(user.list, ({ status }) => status === 'ACTIVE'),
  ]);
  return {
    one: unwrap(found, { context, request }),
    people,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const form = await request.formData();
  const where = { context, request };
  const id = params.id ?? '';
  const { postmortem } = operationsOf(context);
  const before = unwrap(await postmortem.get({ id }), where);
  const input = postmortemInputOf(form, before.events);
  const answer = await parsed(updatePostmortemInput, input, ({ impactStartAt, impactEndAt, ...rest }) => {
    // The fields have minutes: one that nobody touched keeps its seconds.
    const exact = (typed: number | null | undefined, stored: number | null) =>
      typed === undefined || isSameMinute(typed, stored) ? stored : typed;
    return postmortem.update({
      id,
      ...rest,
      impactStartAt: exact(impactStartAt, before.impactStartAt),
      impactEndAt: exact(impactEndAt, before.impactEndAt),
    });
  });
  if (!answer.ok) return refusal(answer.error, 'edit', form, where);
  if (textOf(form, 'then') !== 'refresh') return redirect(`${postmortemPath({ id })}?done=save`);
  const refreshed = await postmortem.refresh({ id });
  if (!refreshed.ok) return refusal(refreshed.error, 'edit', form, where);
  return redirect(`${postmortemPath({ id })}/edit?done=refresh`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.one.title ?? 'postmortem'}`);

export default function PostmortemEdit() {
  const { one, people, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const shown = refused?.values;
  const errors = refused?.errors ?? {};
  const path = postmortemPath(one);
  const news = done && Object.hasOwn(DONE_WORDS, done) ? DONE_WORDS[done] : null;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/postmortems', word: 'Postmortems' },
          { to: path, word: one.title },
        ]}
      />
      <PageHeader title="Edit postmortem" />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check">
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <KeptText form={form} name={`${one.id} ${one.version}`} key={`kept ${one.version}`} />
      <Form ref={form} method="post" className={`${formClass} ${styles.wide}`} key={one.version}>
        <input type="hidden" name="version" value={one.version} />
        <Anchored name="title">
          <Field
            label="Title"
            name="title"
            required
            maxLength={500}
            defaultValue={shown?.title ?? one.title}
            error={errors.title}
          />
        </Anchored>
        <FormSection title="What happened" lead="In markdown. Write for somebody who was not there, and blame nobody.">
          {SECTIONS.map((section) => (
            <Anchored key={section} name={section}>
              <Textarea
                label={SECTION_WORDS[section]}
                name={section}
                maxLength={50_000}
                defaultValue={shown?.[section] ?? one.sections[section]}
                error={errors[`sections/${section}`]}
              />
            </Anchored>
          ))}
          <FormRow>
            <Anchored name="impactStartAt">
              <Field
                label="Impact from, in UTC"
                name="impactStartAt"
                type="datetime-local"
                defaultValue={shown?.impactStartAt ?? fieldOfInstant(one.impactStartAt)}
                error={errors.impactStartAt}
              />
            </Anchored>
            <Anchored name="impactEndAt">
              <Field
                label="Impact to, in UTC"
                name="impactEndAt"
                type="datetime-local"
                defaultValue={shown?.impactEndAt ?? fieldOfInstant(one.impactEndAt)}
                error={errors.impactEndAt}
              />
            </Anchored>
          </FormRow>
        </FormSection>
        <FormSection
          title="Timeline, in UTC"
          lead="Ticked events are in the postmortem, the others are dropped from it."
        >
          <ol>
            {one.events.map(({ id, at, text, kept }) => (
              <li key={id} className={styles.event}>
                <time dateTime={toIso(at)}>{toIso(at).slice(0, 16).replace('T', ' ')}</time>
                <label className={styles.keep}>
                  <input type="checkbox" name="kept" value={id} defaultChecked={kept} />
                  {text}
                </label>
              </li>
            ))}
          </ol>
          <FormRow>
            <Anchored name="eventAt">
              <Field
                label="Another event at, in UTC"
                name="eventAt"
                type="datetime-local"
                defaultValue={shown?.eventAt ?? ''}
                error={errors[`events/${one.events.length}/at`]}
              />
            </Anchored>
            <Anchored name="event">
              <Field
                label="What happened then"
                name="event"
                maxLength={1000}
                defaultValue={shown?.event ?? ''}
                error={errors[`events/${one.events.length}/text`]}
              />
            </Anchored>
          </FormRow>
        </FormSection>
        <FormSection title="Reviewers">
          <CheckboxGroup
            legend="Who reads it before it is published"
            name="reviewers"
            chosen={one.reviewers}
            choices={people.map(({ id, name }) => ({ value: id, word: name }))}
          />
        </FormSection>
        <FormActions>
          <Button look="primary">Save</Button>
          <Button name="then" value="refresh">
            Save, and take in new events
          </Button>
          <LinkButton to={path} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
