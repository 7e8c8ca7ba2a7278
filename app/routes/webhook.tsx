import styles from '~/components/integration/integration-page.module.css';
import { DeliveryLog } from '~/components/webhook/delivery-log';
import { Manage, VerifySnippets } from '~/components/webhook/manage';
import { NewSecret } from '~/components/webhook/new-secret';
import own from '~/components/webhook/webhook-page.module.css';
import { WebhookState } from '~/components/webhook/webhook-state';
import { eventWord, FORMAT_WORDS, WHO_MAY, webhookPath } from '~/components/webhook/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
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
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Glyph } from '~/ui/glyph';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { AsOf, PageHeader, Section } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Moment, Time } from '~/ui/time';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';
import { EVENT_TYPES } from '../../domain/webhook/event';
import type { Operations } from '../../workers/operations/tree';

const PER_PAGE = 30;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { webhook, service } = operationsOf(context);
  const where = { context, request };
  const id = params.id ?? '';
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const found = unwrap(await webhook.get({ id }), where);
  const log = unwrap(await webhook.deliveries({ id, limit: PER_PAGE, ...(cursor ? { cursor } : {}) }), where);
  const services = found.serviceIds.length > 0 ? await choicesOrNone(service.list) : [];
  return {
    webhook: found,
    deliveries: log.data,
    nextCursor: log.nextCursor,
    search: cursor ? `cursor=${cursor}` : '',
    services: services.filter((one) => found.serviceIds.includes(one.id)).map(({ name }) => name),
    done: searchParams.get('done'),
  };
}

type Run = (webhook: Operations['webhook'], id: string, form: FormData) => Promise<Result<unknown>>;

const VERBS: Record<string, Run> = {
  enable: (webhook, id) => webhook.update({ id, enabled: true }),
  disable: (webhook, id) => webhook.update({ id, enabled: false }),
  test: (webhook, id) => webhook.sendTest({ id }),
  redeliver: (webhook, id, form) => webhook.redeliver({ id, deliveryId: textOf(form, 'deliveryId') }),
};

const NEWS: Record<string, string> = {
  create: 'The webhook is added. Send a test to see whether it arrives.',
  update: 'Saved.',
  enable: 'Switched on: events are posted again.',
  disable: 'Switched off: nothing is posted, and what waits is not sent.',
  test: 'A test is on its way. What becomes of it stands in the log.',
  redeliver: 'It is on its way again, under the same id.',
};

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { webhook } = operationsOf(context);
  const id = params.id ?? '';
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  if (verb === 'rotate') {
    const answer = await webhook.rotate({ id });
    if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
    return { secret: answer.value.secret ?? '' };
  }
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  const answer = run ? await run(webhook, id, form) : err(failure('invalid', 'This button is not known.'));
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return redirect(`${webhookPath({ id })}?done=${encodeURIComponent(verb)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.webhook.name ?? 'Webhook');

export default function WebhookPage() {
  const { webhook, deliveries, nextCursor, search, services, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const secret = answer && 'secret' in answer ? answer.secret : null;
  const refused = answer && !('secret' in answer) ? answer : undefined;
  const news = done !== null && !answer ? NEWS[done] : undefined;
  useFreshData(5);
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/settings', word: 'Settings' },
          { to: '/settings/webhooks', word: 'Webhooks' },
        ]}
      />
      <PageHeader title={webhook.name} />
      <NoticeRegion>
        {news ? (
          <Notice key={done} glyph="check">
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {secret ? (
        <NewSecret secret={secret} says="This is the new secret; the old one signs beside it for 24 hours." />
      ) : null}
      <div className={styles.columns}>
        <div>
          <div className={styles.lead}>
            {webhook.disabledReason ? (
              <p className={own.reason}>
                <Glyph name="warning" />
                Switched off by OpsKnight. {webhook.disabledReason}
              </p>
            ) : null}
            <Form method="post" preventScrollReset className={own.buttons}>
              <Button name="verb" value="test">
                Send a test
              </Button>
            </Form>
          </div>
          <div className={styles.log}>
            <Section title="Deliveries" aside={<AsOf />}>
              {deliveries.length > 0 ? (
                <>
                  <DeliveryLog deliveries={deliveries} mayWrite />
                  <p className={styles.about}>
                    Kept for 30 days. Whatever is not taken is tried ten times within three days.
                  </p>
                </>
              ) : (
                <p className={styles.none}>Nothing has been posted yet.</p>
              )}
              <Pagination search={search} nextCursor={nextCursor} />
            </Section>
          </div>
        </div>
        <aside aria-label="About this webhook">
          <Section title="Facts">
            <DefinitionList
              facts={[
                ['State', <WebhookState key="state" enabled={webhook.enabled} reason={webhook.disabledReason} />],
                ['Posts', FORMAT_WORDS[webhook.format]],
                ['To', <code key="to">{webhook.host}</code>],
                [
                  'Tells',
                  webhook.events.length === EVENT_TYPES.length
                    ? 'All events'
                    : webhook.events.map(eventWord).join(', '),
                ],
                ['Of', webhook.serviceIds.length === 0 ? 'All services' : services.join(', ') || 'Deleted services'],
                [
                  'Old secret ends',
                  webhook.previousSecretEndsAt === null ? null : <Moment key="old" at={webhook.previousSecretEndsAt} />,
                ],
                ['Added', <Time key="added" at={webhook.createdAt} />],
                ['Changed', <Time key="changed" at={webhook.updatedAt} />],
              ]}
            />
          </Section>
          <Manage webhook={webhook} />
          {webhook.format === 'standard' ? <VerifySnippets /> : null}
        </aside>
      </div>
    </>
  );
}
