import styles from '~/components/postmortem/postmortem.module.css';
import { pagesToPublishOn, previewOf, publicationInputOf } from '~/components/postmortem/publish.server';
import { PublishForm } from '~/components/postmortem/publish-form';
import { postmortemPath, WHO_MAY } from '~/components/postmortem/words';
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
import { ErrorSummary } from '~/ui/error-summary';
import { Markdown } from '~/ui/markdown';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';
import { publicationInput, suggestedWords } from '../../domain/postmortem/publication';

/** `?page=`: the page whose words are to be changed. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const where = { context, request };
  const { postmortem } = operationsOf(context);
  const id = params.id ?? '';
  const query = new URL(request.url).searchParams;
  const [found, published, pages] = await Promise.all([
    postmortem.get({ id }),
    postmortem.publications({ id }),
    pagesToPublishOn(context),
  ]);
  const one = unwrap(found, where);
  const { data } = unwrap(published, where);
  const before = data.find(({ pageId }) => pageId === query.get('page')) ?? data[0] ?? null;
  return {
    one: { id: one.id, title: one.title, status: one.status },
    published: data,
    pages,
    words: before ?? { ...suggestedWords(one), pageId: pages[0]?.id ?? '', reportId: null },
    done: query.get('done'),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const id = params.id ?? '';
  const { postmortem } = operationsOf(context);
  const verb = textOf(form, 'verb');
  if (verb === 'take-down') {
    const gone = await postmortem.takeDown({ id, publicationId: textOf(form, 'publicationId') });
    return gone.ok
      ? redirect(`${postmortemPath({ id })}/publish?done=take-down`)
      : refusal(gone.error, verb, form, where);
  }
  const pages = await pagesToPublishOn(context);
  const preview = previewOf(form, pages, context.now);
  if (verb === 'publish' || preview === null) {
    const answer = await parsed(publicationInput, publicationInputOf(form), (input) =>
      postmortem.publish({ id, ...input }),
    );
    return answer.ok
      ? redirect(`${postmortemPath({ id })}/publish?done=publish`)
      : refusal(answer.error, 'publish', form, where);
  }
  return { preview, values: publicationInputOf(form) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `For visitors: ${data.one.title}` : 'Postmortem for visitors');

const NEWS: Record<string, string> = {
  publish: 'Visitors of the status page can read it now.',
  'take-down': 'It is off the status page.',
};

export default function PostmortemPublish() {
  const { one, published, pages, words, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && 'preview' in answer ? answer : null;
  const refused = answer && 'message' in answer ? answer : undefined;
  const path = postmortemPath(one);
  const news = done && !answer ? NEWS[done] : undefined;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/postmortems', word: 'Postmortems' },
          { to: path, word: one.title },
        ]}
      />
      <PageHeader title="For visitors of a status page" />
      <NoticeRegion>
        {news ? (
          <Notice key={done} glyph="check">
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? (
        refused.form === 'publish' ? (
          <ErrorSummary refusal={refused} />
        ) : (
          <RefusalNotice refusal={refused} />
        )
      ) : null}
      <p className={styles.text}>
        Visitors read what stands in this form, its day, and nothing else: no timeline, no names, no action items.
      </p>
      {published.length > 0 ? (
        <Section title="Published on">
          <ul>
            {published.map(({ id, pageId, pageName, title, url, publishedAt }) => (
              <li key={id} className={styles.published}>
                <p>
                  <a href={url}>{title}</a>
                  <span className={styles.empty}>
                    {' '}
                    on {pageName}, <Moment at={publishedAt} />
                  </span>
                </p>
                <Form method="post" className={styles.buttons}>
                  <LinkButton to={`${path}/publish?page=${encodeURIComponent(pageId)}`}>Change the words</LinkButton>
                  <input type="hidden" name="publicationId" value={id} />
                  <Button name="verb" value="take-down" look="danger" aria-label={`Take it off ${pageName}`}>
                    Take it off
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {preview ? (
        <Section title="What visitors would read">
          <Markdown html={preview.preview} className={styles.preview} />
        </Section>
      ) : null}
      {one.status !== 'PUBLISHED' ? (
        <EmptyState action={<LinkButton to={path}>Back to it</LinkButton>}>
          Publish it for the organisation first, so that it is read before visitors read it.
        </EmptyState>
      ) : pages.length === 0 ? (
        <EmptyState action={<LinkButton to="/status-pages">Status pages</LinkButton>}>
          There is no status page to publish it on.
        </EmptyState>
      ) : (
        <PublishForm
          key={JSON.stringify(words)}
          pages={pages}
          values={preview?.values ?? (refused?.values as Partial<typeof words> | undefined) ?? words}
          errors={refused?.errors ?? {}}
          isSeen={preview !== null}
          back={path}
        />
      )}
    </>
  );
}
