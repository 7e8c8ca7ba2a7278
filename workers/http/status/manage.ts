import type { Context as HonoContext } from 'hono';
import { failure } from '../../../domain/shared/errors';
import { pageWords } from '../../../domain/status-page/languages/words';
import type { PageAddress } from '../../../domain/status-page/page';
import { sayPage } from '../../../domain/status-page/render/form-html';
import type { View } from '../../../domain/status-page/render/layout';
import { managePage } from '../../../domain/status-page/render/manage-html';
import { type ChooseInput, chooseInput } from '../../../domain/status-page/subscriber-input';
import { storedPage } from '../../operations/status-page/serve';
import { chooseUpdates, readChoice } from '../../operations/status-subscriber/choose';
import { linkToken } from '../../operations/status-subscriber/links';
import type { SubscriberView } from '../../operations/status-subscriber/view';
import type { AppEnv } from '../app-env';
import { readJson } from '../body';
import { contextOf } from '../context-of';
import { failureOfZod, problem } from '../middleware/problem';
import { say } from './answer';
import { refuseVisitor } from './serve';
import { answerJson, isProgram } from './subscribe-form';

type Asked = { c: HonoContext<AppEnv>; address: PageAddress; view: View; token: string };

/** Components have names, so the door of a page stands before this too. Null: whoever asks may see them. */
async function refused({ c, address }: Asked): Promise<Response | null> {
  const stored = await storedPage(contextOf(c), address);
  if (!stored || stored.gate.audience === 'public') return null;
  if (isProgram(c.req.raw)) return problem(c, failure('unauthenticated', 'This status page is not public.'));
  return refuseVisitor(c, address, { pageId: stored.page.id, gate: stored.gate }, new URL(c.req.url).pathname);
}

async function show(
  { c, view }: Asked,
  subscriber: SubscriberView,
  said: { saved: boolean; problem: string | null },
): Promise<Response> {
  const { config } = contextOf(c);
  const tokens = {
    manage: await linkToken(config, 'manage', subscriber.id),
    unsubscribe: await linkToken(config, 'unsubscribe', subscriber.id),
  };
  return say(c.req.raw, managePage(view, { ...subscriber, tokens }, said), said.problem ? 400 : 200);
}

const choiceJson = ({ page }: View, { channel, componentIds, language }: SubscriberView) => ({
  channel,
  componentIds,
  language,
  components: page.components.map(({ id, name }) => ({ id, name })),
});

const dead = ({ c, view }: Asked): Response => say(c.req.raw, sayPage(view, pageWords(view.language).mail.dead), 404);

/** What a subscriber hears of, by the link of what they were sent. */
export async function showManage(asked: Asked): Promise<Response> {
  const { c, view, token } = asked;
  const closed = await refused(asked);
  if (closed) return closed;
  const known = await readChoice(contextOf(c), { id: view.page.id, token });
  if (isProgram(c.req.raw))
    return known.ok ? answerJson(c, choiceJson(view, known.value), 200) : problem(c, known.error);
  return known.ok ? show(asked, known.value, { saved: false, problem: null }) : dead(asked);
}

/** Their wish for other components: of a form, or `{ componentIds, language }` of a program. */
export async function takeManage(asked: Asked): Promise<Response> {
  const { c, view, token } = asked;
  const closed = await refused(asked);
  if (closed) return closed;
  const who = { id: view.page.id, token };
  if (isProgram(c.req.raw)) {
    const body = await readJson(c.req.raw);
    if (!body.ok) return problem(c, body.error);
    const wish = chooseInput.safeParse(body.value);
    if (!wish.success) return problem(c, failureOfZod(wish.error));
    const chosen = await chooseUpdates(contextOf(c), { ...who, ...wish.data });
    return chosen.ok ? answerJson(c, choiceJson(view, chosen.value), 200) : problem(c, chosen.error);
  }
  const known = await readChoice(contextOf(c), who);
  if (!known.ok) return dead(asked);
  const wish = await choiceOf(c);
  const chosen = wish && (await chooseUpdates(contextOf(c), { ...who, ...wish }));
  if (chosen?.ok) return show(asked, chosen.value, { saved: true, problem: null });
  return show(asked, known.value, { saved: false, problem: pageWords(view.language).mail.noComponent });
}

/** Null: no form of ours sends this. */
async function choiceOf(c: HonoContext<AppEnv>): Promise<ChooseInput | null> {
  const form = await c.req.parseBody({ all: true });
  const componentIds = [form.component ?? []].flat();
  const wish = chooseInput.safeParse({ componentIds });
  return wish.success ? wish.data : null;
}
