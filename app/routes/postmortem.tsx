import { ItemFields } from '~/components/postmortem/item-fields';
import { ItemList } from '~/components/postmortem/item-list';
import { itemInputOf, withOwners } from '~/components/postmortem/items.server';
import styles from '~/components/postmortem/postmortem.module.css';
import { DONE_WORDS, POSTMORTEM_WORDS, postmortemPath, WHO_MAY } from '~/components/postmortem/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { markdownToHtml } from '~/lib/markdown.server';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Markdown } from '~/ui/markdown';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';
import { createActionItemInput } from '../../domain/postmortem/input';
import { POSTMORTEM_STATUSES, SECTION_WORDS, SECTIONS, whyNot } from '../../domain/postmortem/postmortem';
import { toIso } from '../../domain/shared/time';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { postmortem, name, user } = operationsOf(context);
  const mayWrite = viewer.permissions.includes('incident.respond');
  const one = unwrap(await postmortem.get({ id: params.id ?? '' }), where);
  const [reviewers, items, people, published] = await Promise.all([
    name.of({ kind: 'USER', ids: one.reviewers }),
    withOwners(context, one.actionItems, { now: context.now, timeZone: viewer.timezone }),
    mayWrite ? choicesOrNone(user.list, ({ status }) => status === 'ACTIVE') : [],
    postmortem.publications({ id: one.id }),
  ]);
  return {
    one,
    html: Object.fromEntries(SECTIONS.map((section) => [section, markdownToHtml(one.sections[section])])),
    reviewers: unwrap(reviewers, where),
    items,
    people,
    published: unwrap(published, where).data,
    mayWrite,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const { postmortem, actionItem } = operationsOf(context);
  if (textOf(form, 'verb') === 'item') {
    const added = await parsed(createActionItemInput, { ...itemInputOf(form), postmortemId: id }, actionItem.create);
    if (!added.ok) return refusal(added.error, 'item', form, { context, request });
    return redirect(`${postmortemPath({ id })}?done=item`);
  }
  const status = POSTMORTEM_STATUSES.find((one) => one === textOf(form, 'status'));
  const answer = await postmortem.update({ id, ...(status ? { status } : {}) });
  if (!answer.ok) return refusal(answer.error, 'status', form, { context, request });
  return redirect(`${postmortemPath({ id })}?done=${status ?? 'save'}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Postmortem: ${data.one.title}` : 'Postmortem');

const VERBS = { DRAFT: 'Make it a draft again', PUBLISHED: 'Publish', ARCHIVED: 'Archive' } as const;

export default function PostmortemPage() {
  const { one, html, reviewers, items, people, published, mayWrite, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = postmortemPath(one);
  const news = done && Object.hasOwn(DONE_WORDS, done) ? DONE_WORDS[done] : null;
  const next = POSTMORTEM_STATUSES.filter((status) => status !== one.status && whyNot(one, status) === null);
  const events = one.events.filter(({ kept }) => kept);
  const itemRefusal = refusalOf(refused, 'item');
  return (
    <>
      <Breadcrumbs trail={[{ to: '/postmortems', word: 'Postmortems' }]} />
      <PageHeader title={one.title}>
        <a href={`${path}/markdown`} download>
          As markdown
        </a>
        {mayWrite && one.status === 'PUBLISHED' ? <LinkButton to={`${path}/publish`}>For visitors</LinkButton> : null}
        {mayWrite ? <LinkButton to={`${path}/edit`}>Edit</LinkButton> : null}
      </PageHeader>
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check">
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused && !itemRefusal ? <RefusalNotice refusal={refused} /> : null}
      {mayWrite ? (
        <Form method="post" className={styles.verbs}>
          {next.map((status) => (
            <Button key={status} name="status" value={status} look={status === 'PUBLISHED' ? 'primary' : 'plain'}>
              {VERBS[status]}
            </Button>
          ))}
          <LinkButton to={`${path}/delete`} look="quiet">
            Delete
          </LinkButton>
        </Form>
      ) : null}
      <Section title="Facts">
        <DefinitionList
          facts={[
            ['Status', POSTMORTEM_WORDS[one.status]],
            [
              'Incident',
              <Link key="incident" to={`/incidents/${one.incidentNumber ?? one.incidentId}`}>
                {one.incidentNumber === null ? one.incidentId : `#${one.incidentNumber}`}
              </Link>,
            ],
            [
              'Service',
              <Link key="service" to={`/services/${encodeURIComponent(one.serviceId)}`}>
                {one.serviceName}
              </Link>,
            ],
            ['Impact from', one.impactStartAt === null ? null : utc(one.impactStartAt)],
            ['Impact to', one.impactEndAt === null ? null : utc(one.impactEndAt)],
            ['Written by', one.createdBy.name],
            ['Reviewers', reviewers.map(({ name }) => name).join(', ')],
            ['Changed', <Moment key="changed" at={one.updatedAt} />],
            ['Published', one.publishedAt === null ? null : <Moment key="published" at={one.publishedAt} />],
            ['Read by visitors of', published.length === 0 ? null : <PublishedOn key="pages" pages={published} />],
          ]}
        />
      </Section>
      {SECTIONS.map((section) => (
        <Section key={section} title={SECTION_WORDS[section]}>
          {one.sections[section].trim() === '' ? (
            <p className={`${styles.text} ${styles.empty}`}>Not written yet.</p>
          ) : (
            <Markdown html={html[section] ?? ''} className={styles.text} />
          )}
        </Section>
      ))}
      <Section title="Timeline" aside="in UTC">
        {events.length > 0 ? (
          <ol>
            {events.map(({ id, at, text }) => (
              <li key={id} className={styles.event}>
                <time dateTime={toIso(at)}>{utc(at).replace(' UTC', '')}</time>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        ) : (
          <EmptyState>No event is kept.</EmptyState>
        )}
      </Section>
      <Section title="Action items" aside={<Link to="/action-items">The board</Link>}>
        {items.length > 0 ? <ItemList items={items} /> : <EmptyState>Nothing is to be done yet.</EmptyState>}
        {mayWrite ? (
          <Form method="post" className={`${styles.side} ${styles.noPrint}`} key={items.length}>
            <input type="hidden" name="verb" value="item" />
            <ItemFields values={{}} refusal={itemRefusal} people={people} />
            <Button>Add action item</Button>
          </Form>
        ) : null}
      </Section>
    </>
  );
}

const PublishedOn = ({ pages }: { pages: readonly { id: string; url: string; pageName: string }[] }) => (
  <>
    {pages.map(({ id, url, pageName }, i) => (
      <span key={id}>
        {i > 0 ? ', ' : ''}
        <a href={url}>{pageName}</a>
      </span>
    ))}
  </>
);

const utc = (at: number): string => `${toIso(at).slice(0, 16).replace('T', ' ')} UTC`;
