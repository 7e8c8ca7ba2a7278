import type { NotificationContent, RenderedMessage } from '../content';
import { openFor, sentence, serviceOf, titleOf, whyOf } from './facts';

const SPOKEN_UNITS: Record<string, string> = { d: 'days', h: 'hours', min: 'minutes' };

const speakDuration = (duration: string): string =>
  duration.replace(/(\d+) (d|h|min)/g, (_, count: string, unit: string) => {
    const word = SPOKEN_UNITS[unit] ?? unit;
    return `${count} ${count === '1' ? word.slice(0, -1) : word}`;
  });

const KEYS = 'Press 4 to acknowledge, or 6 to escalate.';

/** What a voice says: short sentences, no addresses. Plain text: `renderTwiml` makes a call of it. `hearsKeys`: it asks for one. */
export function renderVoice(content: NotificationContent, hearsKeys: boolean): RenderedMessage {
  const { incident, intent } = content;
  const importance = incident.priority
    ? `priority ${incident.priority.slice(1)}`
    : `${incident.urgency.toLowerCase()} urgency`;
  const open = openFor(content);
  const words = [
    'This is OpsKnight.',
    intent === 'resolved'
      ? `Resolved: ${importance} incident on ${serviceOf(content)}.`
      : `A ${importance} incident on ${serviceOf(content)}.`,
    sentence(titleOf(content, 300).replace(/\bhttps?:\/\/\S+/gi, 'a link')),
    intent === 'page' && open ? `Open for ${speakDuration(open)}.` : '',
    sentence(whyOf(content)),
    intent === 'page' ? (hearsKeys ? KEYS : 'Open the incident page to acknowledge.') : '',
  ];
  const text = words.filter((word) => word !== '').join(' ');
  return { subject: null, text, html: null, ...(hearsKeys && intent === 'page' ? { keys: true } : {}) };
}
