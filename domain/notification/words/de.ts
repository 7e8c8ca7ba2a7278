import type { Words } from './words';

const named = ({ number, service }: { number: number | null; service: string }): string =>
  `${number === null ? 'Der Incident' : `#${number}`} bei ${service}`;

const URGENCY = { HIGH: 'hoch', MEDIUM: 'mittel', LOW: 'niedrig' } as const;

export const GERMAN: Words = {
  language: 'de',
  spokenAs: 'de-DE',
  urgency: { HIGH: 'Hoch', MEDIUM: 'Mittel', LOW: 'Niedrig' },
  untitled: 'Incident ohne Titel',
  service: 'Dienst',
  resolved: 'Gelöst',
  sla: { 'sla-warning': 'Ziel fast verfehlt', 'sla-breached': 'Ziel verfehlt' },
  units: { d: 'T', h: 'Std', min: 'Min' },
  acknowledge: 'Übernehmen',
  openIncident: 'Incident öffnen',
  runbook: 'Runbook',
  mail: {
    rows: {
      service: 'Dienst',
      urgency: 'Dringlichkeit',
      priority: 'Priorität',
      since: 'Seit',
      opened: 'Eröffnet',
      resolved: 'Gelöst',
      alerts: 'Alarme',
      incident: 'Incident',
      source: 'Quelle',
    },
    colon: ': ',
    atSource: 'An der Quelle ansehen',
    labels: 'Labels',
    sentFor: (organisation) => `Gesendet von OpsKnight für ${organisation}.`,
  },
  timeFor: (time, span) => `${time}, seit ${span}`,
  since: (time) => `Seit ${time}`,
  lasting: (span) => `seit ${span}`,
  text: {
    reply: (code) => `Antworte 4 ${code} zum Übernehmen, 6 ${code} zum Eskalieren.`,
    acknowledge: 'Übernehmen:',
  },
  slack: {
    source: 'Quelle',
    buttons: {
      acknowledge: 'Übernehmen',
      resolve: 'Lösen',
      escalate: 'Eskalieren',
      snooze: '1 Std zurückstellen',
      unsnooze: 'Wieder aufnehmen',
    },
    view: 'Ansehen',
  },
  voice: {
    greeting: 'Hier ist OpsKnight.',
    incident: ({ priority, urgency, service, isResolved }) => {
      const importance = priority === null ? `Dringlichkeit ${URGENCY[urgency]}` : `Priorität ${priority}`;
      return isResolved ? `Gelöst: Incident bei ${service}, ${importance}.` : `Incident bei ${service}, ${importance}.`;
    },
    aLink: 'ein Link',
    openFor: (span) => `Offen seit: ${span}.`,
    keys: 'Drücke 4 zum Übernehmen oder 6 zum Eskalieren.',
    noKeys: 'Öffne die Seite des Incidents, um ihn zu übernehmen.',
  },
  bundle: {
    more: (count) => `${count} weitere`,
    on: (count, service) => `${count} bei ${service}`,
    moreOn: (count, service) => `${count} weitere bei ${service}`,
    several: (count) => `${count} Vorfälle`,
    severalOn: (count, service) => `${count} Vorfälle bei ${service}`,
    andOthers: ' und andere',
    andMore: (count) => `und ${count} weitere`,
    acknowledge: (count) => `Alle ${count} übernehmen`,
    acknowledgeAll: 'Alle übernehmen',
    openAll: 'Incidents öffnen',
    reply: (code) => `Antworte 4 ${code}, um alle zu übernehmen.`,
    replyAcknowledge: 'Alle übernehmen:',
    spoken: (urgency, headline) => `Incidents, Dringlichkeit ${URGENCY[urgency]}: ${headline}.`,
    latest: (title) => `Der neueste: ${title}.`,
    keys: 'Drücke 4, um alle zu übernehmen.',
    noKeys: 'Öffne OpsKnight, um sie zu übernehmen.',
  },
  why: (why) => {
    switch (why.kind) {
      case 'step':
        return `Stufe ${why.step} von ${why.policy}: ${why.target}${why.takesTurns ? ', reihum' : ''}.`;
      case 'last-resort':
        return 'Du bist die letzte Instanz: Sonst war niemand erreichbar.';
      case 'asked-to-help':
        return `${why.by} bittet dich um Hilfe${why.message ? `: ${why.message}` : ''}.`;
      case 'assigned':
        return 'Der Incident wurde dir zugewiesen.';
      case 'acknowledgement-lapsed':
        return 'Deine Übernahme ist abgelaufen, und der Incident ist noch offen.';
      case 'urgency-raised':
        return `Die Dringlichkeit wurde auf „${URGENCY[why.urgency]}“ erhöht.`;
      case 'sla-warning':
        return why.target === 'acknowledge'
          ? `Der Vorfall soll binnen ${why.minutes} Min übernommen sein, und die meiste Zeit ist um.`
          : `Der Vorfall soll binnen ${why.minutes} Min gelöst sein, und die meiste Zeit ist um.`;
      case 'sla-breached':
        return why.target === 'acknowledge'
          ? `Der Vorfall wurde nicht binnen ${why.minutes} Min übernommen.`
          : `Der Vorfall wurde nicht binnen ${why.minutes} Min gelöst.`;
      case 'was-paged':
        return 'Du warst dafür gerufen worden.';
    }
  },
  answer: {
    acknowledged: (incident) => `${named(incident)} ist übernommen. Sonst wird niemand gerufen.`,
    acknowledgedBefore: (incident, holder) =>
      `${named(incident)} war schon übernommen.${holder ? ` ${holder} kümmert sich.` : ''}`,
    escalated: (incident, step) => `${named(incident)} ist eskaliert. Stufe ${step} wird gerufen.`,
    escalatedBefore: (incident) => `${named(incident)} war durch diese Nachricht schon eskaliert.`,
    allAcknowledged: (total) => `Alle ${total} Incidents sind übernommen. Sonst wird niemand dafür gerufen.`,
    someAcknowledged: (acknowledged, total) =>
      `${acknowledged} von ${total} Incidents sind übernommen. Die anderen brauchten niemanden mehr.`,
    notYours: 'Diese Nummer ist kein bestätigter Kontaktweg mehr, also wurde nichts getan.',
    noKey: 'Es wurde nichts getan. Auf Wiederhören.',
    notNow: 'Das ging im Moment nicht. Bitte noch einmal senden oder den Link in der Nachricht öffnen.',
    spokenNumber: 'Incident $1',
  },
};
