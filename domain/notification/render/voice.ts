import type { NotificationContent, RenderedMessage } from '../content';
import { openAmounts, sentence, serviceOf, titleOf, whyOf, wordsOf } from './facts';

const UNITS = { d: 'day', h: 'hour', min: 'minute' } as const;

/** "2 hours 5 minutes" in the receiver's language. */
const spokenSpan = (content: NotificationContent): string =>
  openAmounts(content)
    .map(([count, unit]) =>
      new Intl.NumberFormat(wordsOf(content).language, {
        style: 'unit',
        unit: UNITS[unit],
        unitDisplay: 'long',
      }).format(count),
    )
    .join(' ');

/** What a voice says: short sentences, no addresses. Plain text: `renderTwiml` makes a call of it. `hearsKeys`: it asks for one. */
export function renderVoice(content: NotificationContent, hearsKeys: boolean): RenderedMessage {
  const { incident, intent } = content;
  const { voice, spokenAs } = wordsOf(content);
  const open = spokenSpan(content);
  const isPage = intent === 'page';
  const priority = incident.priority?.slice(1) ?? null;
  const said = [
    voice.greeting,
    voice.incident({
      priority,
      urgency: incident.urgency,
      service: serviceOf(content),
      isResolved: intent === 'resolved',
    }),
    sentence(titleOf(content, 300).replace(/\bhttps?:\/\/\S+/gi, voice.aLink)),
    isPage && open !== '' ? voice.openFor(open) : '',
    sentence(whyOf(content)),
    isPage ? (hearsKeys ? voice.keys : voice.noKeys) : '',
  ];
  const text = said.filter((part) => part !== '').join(' ');
  return { subject: null, text, html: null, spokenAs, ...(hearsKeys && isPage ? { keys: true } : {}) };
}
