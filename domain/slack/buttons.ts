import type { IncidentStatus } from '../incident/incident';
import { allowedVerbs } from '../incident/lifecycle';
import type { SlackBlock, SlackButton } from '../notification/content';
import { ENGLISH } from '../notification/words/en';
import type { Words } from '../notification/words/words';

/** What a press of a button in Slack asks for; the words of incident operations. */
export const BUTTON_VERBS = ['acknowledge', 'resolve', 'escalate', 'snooze', 'unsnooze'] as const;
export type ButtonVerb = (typeof BUTTON_VERBS)[number];

/** How long the Snooze button snoozes. */
export const SNOOZE_BUTTON_MINUTES = 60;

const ACTION = 'incident-';
export const OPEN_ACTION = 'open-incident';

/** The verb of a button's `action_id`; null for one that only leads to a page, and for strangers. */
export const verbOfAction = (actionId: string): ButtonVerb | null =>
  BUTTON_VERBS.find((verb) => actionId === `${ACTION}${verb}`) ?? null;

const buttonOf = (verb: ButtonVerb, label: string, incidentId: string): SlackButton => ({
  type: 'button',
  action_id: `${ACTION}${verb}`,
  text: { type: 'plain_text', text: label, emoji: false },
  value: incidentId,
  ...(verb === 'acknowledge' ? { style: 'primary' as const } : {}),
});

const BUTTON_URL_MAX = 3_000;

const viewButton = (label: string, url: string): SlackButton[] =>
  url.length > BUTTON_URL_MAX
    ? []
    : [
        {
          type: 'button',
          action_id: OPEN_ACTION,
          text: { type: 'plain_text', text: label, emoji: false },
          url,
        },
      ];

/** Whether a press would change something now; a snoozed incident offers the way out, not another end. */
const isOffered = (verb: ButtonVerb, status: IncidentStatus): boolean =>
  allowedVerbs(status).includes(verb) && !(verb === 'snooze' && status === 'SNOOZED');

/**
 * The buttons of an incident in this status. The value of a verb is the incident's id; whoever sends the message adds
 * the signature that makes it work without the database. English, for a channel of many, unless given other words.
 */
export function actionsBlock(
  { id, status }: { id: string; status: IncidentStatus },
  url: string,
  verbs: readonly ButtonVerb[] = BUTTON_VERBS,
  { buttons, view }: Words['slack'] = ENGLISH.slack,
): SlackBlock[] {
  const offered = verbs.filter((verb) => isOffered(verb, status)).map((verb) => buttonOf(verb, buttons[verb], id));
  const elements = [...offered, ...viewButton(view, url)];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}
