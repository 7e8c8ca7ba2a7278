import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import { doneAnswer, failureAnswer, safe, unlinkedNowAnswer } from '../../../domain/slack/answers';
import { type ButtonVerb, SNOOZE_BUTTON_MINUTES, verbOfAction } from '../../../domain/slack/buttons';
import type { Interaction, SlackCaller } from '../../../domain/slack/inbound';
import { readButton } from '../../access/slack-button';
import type { Context } from '../../context';
import { replyInSlack } from '../../slack-api';
import { acknowledgeIncident } from '../incident/acknowledge';
import type { Acted } from '../incident/act';
import { escalateIncident } from '../incident/escalate';
import { resolveIncident } from '../incident/resolve';
import { snoozeIncident, unsnoozeIncident } from '../incident/snooze';
import { callerOf } from './caller';
import { offerLink } from './offer-link';

function act(context: Context, verb: ButtonVerb, id: string): Promise<Result<Acted>> {
  switch (verb) {
    case 'acknowledge':
      return acknowledgeIncident(context, { id });
    case 'resolve':
      return resolveIncident(context, { id });
    case 'escalate':
      return escalateIncident(context, { id });
    case 'snooze':
      return snoozeIncident(context, { id, minutes: SNOOZE_BUTTON_MINUTES });
    case 'unsnooze':
      return unsnoozeIncident(context, { id });
  }
}

const notHere = failure('unavailable', 'OpsKnight could not do this at the moment. Open the incident, or try again.');

async function tried(context: Context, verb: ButtonVerb, id: string): Promise<Result<Acted>> {
  try {
    return await act(context, verb, id);
  } catch (error) {
    console.error(`${verb} of ${id} from Slack: ${String(error)}`);
    return err(notHere);
  }
}

/**
 * A button was pressed in Slack: finds out who it was, does what the web and the API do, and answers whoever pressed it.
 * `request` names the signed request, so that a repeated one changes nothing.
 */
export async function pressButton(context: Context, interaction: Interaction, request: string): Promise<void> {
  const { actions, user, team, response_url: url, channel, message } = interaction;
  const [action] = actions;
  const verb = action ? verbOfAction(action.action_id) : null;
  if (!action || !verb) return;
  const { config } = context;
  const answer = (text: string) =>
    replyInSlack(config, url, { text, response_type: 'ephemeral', replace_original: false });
  const id = await readButton(config, action.value ?? '');
  if (id === null) return answer('This button does not work any more. Open the incident in OpsKnight.');

  const caller: SlackCaller = { memberId: user.id, teamId: team?.id ?? null, name: user.username ?? user.name ?? null };
  const verdict = await callerOf(context, caller, id);
  switch (verdict.kind) {
    case 'unlinked':
      return answer(await offerLink(context, caller));
    case 'unavailable':
      return answer(unlinkedNowAnswer);
    case 'disabled':
      return answer('Your person in OpsKnight is not active. Ask an administrator.');
    case 'other-workspace':
      return answer('OpsKnight is connected to another workspace.');
    case 'person':
      break;
  }
  const { actor } = verdict;
  const acted = await tried({ ...context, actor, origin: 'slack', request }, verb, id);
  if (!acted.ok) return answer(failureAnswer(acted.error));
  const { incident, changed } = acted.value;
  const text = doneAnswer(verb, incident, changed, config.appUrl);
  // A page in direct messages is answered in its own place; the channel's message is kept up to date by the incident.
  if (!changed || !channel?.id.startsWith('D') || !message?.blocks) return answer(text);
  const kept = message.blocks.filter(({ type }) => type !== 'actions');
  const line = { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
  const said = message.text ? `${safe(message.text, 1000)}\n${text}` : text;
  return replyInSlack(config, url, {
    text: said,
    response_type: 'ephemeral',
    replace_original: true,
    blocks: [...kept, line],
  });
}
