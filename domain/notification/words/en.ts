import type { Words } from './words';

const named = ({ number, service }: { number: number | null; service: string }): string =>
  `${number === null ? 'The incident' : `#${number}`} on ${service}`;

export const ENGLISH: Words = {
  language: 'en',
  spokenAs: 'en-US',
  urgency: { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' },
  untitled: 'Untitled incident',
  service: 'service',
  resolved: 'Resolved',
  sla: { 'sla-warning': 'Target nearly missed', 'sla-breached': 'Target missed' },
  units: { d: 'd', h: 'h', min: 'min' },
  acknowledge: 'Acknowledge',
  openIncident: 'Open the incident',
  runbook: 'Runbook',
  mail: {
    rows: {
      service: 'Service',
      urgency: 'Urgency',
      priority: 'Priority',
      since: 'Since',
      opened: 'Opened',
      resolved: 'Resolved',
      alerts: 'Alerts',
      incident: 'Incident',
      source: 'Source',
    },
    colon: ': ',
    atSource: 'See it at the source',
    labels: 'Labels',
    sentFor: (organisation) => `Sent by OpsKnight for ${organisation}.`,
  },
  timeFor: (time, span) => `${time}, for ${span}`,
  since: (time) => `Since ${time}`,
  lasting: (span) => `for ${span}`,
  text: { reply: (code) => `Reply 4 ${code} to ack, 6 ${code} to escalate.`, acknowledge: 'Ack:' },
  slack: {
    source: 'Source',
    buttons: {
      acknowledge: 'Acknowledge',
      resolve: 'Resolve',
      escalate: 'Escalate',
      snooze: 'Snooze 1 h',
      unsnooze: 'Un-snooze',
    },
    view: 'View',
  },
  voice: {
    greeting: 'This is OpsKnight.',
    incident: ({ priority, urgency, service, isResolved }) => {
      const importance = priority === null ? `${urgency.toLowerCase()} urgency` : `priority ${priority}`;
      return isResolved ? `Resolved: ${importance} incident on ${service}.` : `A ${importance} incident on ${service}.`;
    },
    aLink: 'a link',
    openFor: (span) => `Open for ${span}.`,
    keys: 'Press 4 to acknowledge, or 6 to escalate.',
    noKeys: 'Open the incident page to acknowledge.',
  },
  bundle: {
    more: (count) => `${count} more`,
    on: (count, service) => `${count} on ${service}`,
    moreOn: (count, service) => `${count} more on ${service}`,
    several: (count) => `${count} incidents`,
    severalOn: (count, service) => `${count} incidents on ${service}`,
    andOthers: ' and others',
    andMore: (count) => `and ${count} more`,
    acknowledge: (count) => `Acknowledge all ${count}`,
    acknowledgeAll: 'Acknowledge all',
    openAll: 'Open the incidents',
    reply: (code) => `Reply 4 ${code} to ack all.`,
    replyAcknowledge: 'Ack all:',
    spoken: (urgency, headline) =>
      `${urgency.charAt(0)}${urgency.slice(1).toLowerCase()} urgency incidents: ${headline}.`,
    latest: (title) => `The latest: ${title}.`,
    keys: 'Press 4 to acknowledge all of them.',
    noKeys: 'Open OpsKnight to acknowledge them.',
  },
  why: (why) => {
    switch (why.kind) {
      case 'step':
        return `Step ${why.step} of ${why.policy}: ${why.target}${why.takesTurns ? ', taking turns' : ''}.`;
      case 'last-resort':
        return 'You are the last resort: nobody else could be reached.';
      case 'asked-to-help':
        return `${why.by} asks for your help${why.message ? `: ${why.message}` : ''}.`;
      case 'assigned':
        return 'The incident was assigned to you.';
      case 'acknowledgement-lapsed':
        return 'Your acknowledgement has lapsed and the incident is still open.';
      case 'urgency-raised':
        return `The urgency was raised to ${why.urgency}.`;
      case 'sla-warning':
        return why.target === 'acknowledge'
          ? `It should be acknowledged within ${why.minutes} min of opening, and most of that time is gone.`
          : `It should be resolved within ${why.minutes} min of opening, and most of that time is gone.`;
      case 'sla-breached':
        return why.target === 'acknowledge'
          ? `It was not acknowledged within ${why.minutes} min of opening.`
          : `It was not resolved within ${why.minutes} min of opening.`;
      case 'was-paged':
        return 'You were paged for it.';
    }
  },
  answer: {
    acknowledged: (incident) => `${named(incident)} is acknowledged. Nobody else is paged.`,
    acknowledgedBefore: (incident, holder) =>
      `${named(incident)} was acknowledged already.${holder ? ` ${holder} has it.` : ''}`,
    escalated: (incident, step) => `${named(incident)} is escalated. Step ${step} is being paged.`,
    escalatedBefore: (incident) => `${named(incident)} was escalated by this page already.`,
    allAcknowledged: (total) => `All ${total} incidents are acknowledged. Nobody else is paged for them.`,
    someAcknowledged: (acknowledged, total) =>
      `${acknowledged} of ${total} incidents are acknowledged. The others needed nobody any more.`,
    notYours: 'This number is not a verified contact method any more, so nothing was done.',
    noKey: 'Nothing was done. Goodbye.',
    notNow: 'That could not be done at the moment. Please send it again, or open the link in the text.',
    spokenNumber: 'Incident $1',
  },
};
