import { declareInput, noteInput, resolveInput } from '../../../domain/incident/input';
import type { IncidentSummary } from '../../../domain/incident/view';
import { failure } from '../../../domain/shared/errors';
import type { Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import * as say from '../../../domain/slack/answers';
import { matchService, parseCommand, type SlackCommand } from '../../../domain/slack/command';
import type { CommandCall, SlackCaller } from '../../../domain/slack/inbound';
import type { Context } from '../../context';
import { acknowledgeIncident } from '../incident/acknowledge';
import { addNote } from '../incident/add-note';
import { declareIncident } from '../incident/declare';
import { getIncident } from '../incident/get';
import { resolveIncident } from '../incident/resolve';
import { onCallNow } from '../oncall/now';
import { listServices } from '../service/list';
import { pagedNow } from '../service/paged-now';
import { callerOf } from './caller';
import { offerLink } from './offer-link';

/** More services than this are not searched by name. */
const MOST_PAGES = 20;

async function servicesByName(context: Context): Promise<Result<{ id: string; name: string }[]>> {
  const services: { id: string; name: string }[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: Result<Page<{ id: string; name: string }>> = await listServices(context, {
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!found.ok) return found;
    services.push(...found.value.data.map(({ id, name }) => ({ id, name })));
    if (found.value.nextCursor === null) break;
    cursor = found.value.nextCursor;
  }
  return ok(services);
}

async function declare(context: Context, words: string, request: string): Promise<Result<string>> {
  const services = await servicesByName(context);
  if (!services.ok) return services;
  const match = matchService(services.value, words);
  if (!match.service) return ok(say.noServiceAnswer(match.matches));
  const input = declareInput.safeParse({
    title: match.rest,
    serviceId: match.service.id,
    // The same request again joins the incident that it has opened.
    dedupKey: `slack-${request}`,
  });
  if (!input.success) return err(failure('invalid', 'Say in one line what is wrong, after the name of the service.'));
  const declared = await declareIncident(context, input.data);
  if (!declared.ok) return declared;
  const { id, number, joined } = declared.value;
  return ok(say.declaredAnswer({ id, number, title: input.data.title, status: 'OPEN' }, joined, context.config.appUrl));
}

async function who(context: Context, about: string | null): Promise<Result<string>> {
  const { actor, config } = context;
  if (about === null) return ok(actor.kind === 'user' ? say.youAnswer(actor) : 'Nobody.');
  if (/^#?\d{1,9}$|^inc_\w+$/.test(about)) {
    const found = await getIncident(context, { id: about });
    if (!found.ok) return found;
    const paged = found.value.notifications.filter(({ state }) => state === 'SENT' || state === 'DELIVERED');
    return ok(say.answeringAnswer(found.value, [...new Set(paged.map(({ userName }) => userName))], config.appUrl));
  }
  const services = await servicesByName(context);
  if (!services.ok) return services;
  const match = matchService(services.value, about);
  if (!match.service) return ok(say.noServiceAnswer(match.matches));
  const paged = await pagedNow(context, { id: match.service.id });
  return paged.ok ? ok(say.wouldPageAnswer(match.service.name, paged.value.steps)) : paged;
}

async function run(context: Context, command: SlackCommand, request: string): Promise<Result<string>> {
  const { appUrl } = context.config;
  const done = (verb: 'acknowledge' | 'resolve', incident: IncidentSummary, changed: boolean) =>
    ok(say.doneAnswer(verb, incident, changed, appUrl));
  switch (command.verb) {
    case 'help':
      return ok(say.helpAnswer(appUrl));
    case 'unclear':
      return ok(say.unclearAnswer(command.usage));
    case 'oncall': {
      const found = await onCallNow(context);
      return found.ok ? ok(say.onCallAnswer(found.value.data)) : found;
    }
    case 'who':
      return who(context, command.about);
    case 'declare':
      return declare(context, command.words, request);
    case 'ack': {
      const acted = await acknowledgeIncident(context, command);
      return acted.ok ? done('acknowledge', acted.value.incident, acted.value.changed) : acted;
    }
    case 'resolve': {
      const { note } = resolveInput.parse({ note: command.note ?? undefined });
      const acted = await resolveIncident(context, { id: command.id, ...(note ? { note } : {}) });
      return acted.ok ? done('resolve', acted.value.incident, acted.value.changed) : acted;
    }
    case 'note': {
      const written = await addNote(context, { id: command.id, ...noteInput.parse({ body: command.body }) });
      const where = /^\d/.test(command.id) ? `#${command.id}` : command.id;
      return written.ok ? ok(`Your note stands on ${say.safe(where)}.`) : written;
    }
  }
}

/**
 * Answers `/opsknight …`, in words for whoever asked. Everything but help needs a connected account, and does what the
 * web and the API do under the person's own role. `request` names the signed request, so that a repeated one changes
 * nothing.
 */
export async function answerCommand(context: Context, call: CommandCall, request: string): Promise<string> {
  const command = parseCommand(call.text);
  const { appUrl } = context.config;
  if (command.verb === 'help') return say.helpAnswer(appUrl);
  if (command.verb === 'unclear') return say.unclearAnswer(command.usage);
  const caller: SlackCaller = { memberId: call.user_id, teamId: call.team_id ?? null, name: call.user_name ?? null };
  try {
    const incidentId = 'id' in command && command.id.startsWith('inc_') ? command.id : null;
    const verdict = await callerOf(context, caller, incidentId);
    if (verdict.kind === 'unlinked') return await offerLink(context, caller);
    if (verdict.kind === 'unavailable') return say.unlinkedNowAnswer;
    if (verdict.kind === 'disabled') return 'Your person in OpsKnight is not active. Ask an administrator.';
    if (verdict.kind === 'other-workspace') return 'OpsKnight is connected to another workspace.';
    const answer = await run({ ...context, actor: verdict.actor, origin: 'slack', request }, command, request);
    return answer.ok ? answer.value : say.failureAnswer(answer.error);
  } catch (error) {
    console.error(`/opsknight ${command.verb}: ${String(error)}`);
    return 'OpsKnight could not answer at the moment. Try again soon.';
  }
}
