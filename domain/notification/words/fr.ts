import type { Words } from './words';

const named = ({ number, service }: { number: number | null; service: string }): string =>
  `${number === null ? 'L’incident' : `#${number}`} sur ${service}`;

const URGENCY = { HIGH: 'haute', MEDIUM: 'moyenne', LOW: 'basse' } as const;

export const FRENCH: Words = {
  language: 'fr',
  spokenAs: 'fr-FR',
  urgency: { HIGH: 'Haute', MEDIUM: 'Moyenne', LOW: 'Basse' },
  untitled: 'Incident sans titre',
  service: 'service',
  resolved: 'Résolu',
  sla: { 'sla-warning': 'Objectif presque manqué', 'sla-breached': 'Objectif manqué' },
  units: { d: 'j', h: 'h', min: 'min' },
  acknowledge: 'Prendre en charge',
  openIncident: 'Ouvrir l’incident',
  runbook: 'Runbook',
  mail: {
    rows: {
      service: 'Service',
      urgency: 'Urgence',
      priority: 'Priorité',
      since: 'Depuis',
      opened: 'Ouvert',
      resolved: 'Résolu',
      alerts: 'Alertes',
      incident: 'Incident',
      source: 'Source',
    },
    colon: ' : ',
    atSource: 'Voir à la source',
    labels: 'Étiquettes',
    sentFor: (organisation) => `Envoyé par OpsKnight pour ${organisation}.`,
  },
  timeFor: (time, span) => `${time}, depuis ${span}`,
  since: (time) => `Depuis le ${time}`,
  lasting: (span) => `depuis ${span}`,
  text: {
    reply: (code) => `Répondez 4 ${code} pour prendre en charge, 6 ${code} pour escalader.`,
    acknowledge: 'Prendre en charge :',
  },
  slack: {
    source: 'Source',
    buttons: {
      acknowledge: 'Prendre en charge',
      resolve: 'Résoudre',
      escalate: 'Escalader',
      snooze: 'Reporter d’1 h',
      unsnooze: 'Reprendre',
    },
    view: 'Voir',
  },
  voice: {
    greeting: 'Ici OpsKnight.',
    incident: ({ priority, urgency, service, isResolved }) => {
      const importance = priority === null ? `d’urgence ${URGENCY[urgency]}` : `de priorité ${priority}`;
      return isResolved ? `Résolu : incident ${importance} sur ${service}.` : `Incident ${importance} sur ${service}.`;
    },
    aLink: 'un lien',
    openFor: (span) => `Ouvert depuis ${span}.`,
    keys: 'Appuyez sur 4 pour prendre en charge, ou sur 6 pour escalader.',
    noKeys: 'Ouvrez la page de l’incident pour le prendre en charge.',
  },
  bundle: {
    more: (count) => `${count} de plus`,
    on: (count, service) => `${count} sur ${service}`,
    moreOn: (count, service) => `${count} de plus sur ${service}`,
    several: (count) => `${count} incidents`,
    severalOn: (count, service) => `${count} incidents sur ${service}`,
    andOthers: ' et d’autres',
    andMore: (count) => `et ${count} de plus`,
    acknowledge: (count) => `Prendre en charge les ${count}`,
    acknowledgeAll: 'Tout prendre en charge',
    openAll: 'Ouvrir les incidents',
    reply: (code) => `Répondez 4 ${code} pour tout prendre en charge.`,
    replyAcknowledge: 'Tout prendre en charge :',
    spoken: (urgency, headline) => `Incidents d’urgence ${URGENCY[urgency]} : ${headline}.`,
    latest: (title) => `Le plus récent : ${title}.`,
    keys: 'Appuyez sur 4 pour tout prendre en charge.',
    noKeys: 'Ouvrez OpsKnight pour les prendre en charge.',
  },
  why: (why) => {
    switch (why.kind) {
      case 'step':
        return `Étape ${why.step} de ${why.policy} : ${why.target}${why.takesTurns ? ', à tour de rôle' : ''}.`;
      case 'last-resort':
        return 'Vous êtes le dernier recours : personne d’autre n’a pu être joint.';
      case 'asked-to-help':
        return `${why.by} demande votre aide${why.message ? ` : ${why.message}` : ''}.`;
      case 'assigned':
        return 'L’incident vous a été attribué.';
      case 'acknowledgement-lapsed':
        return 'Votre prise en charge a expiré et l’incident est toujours ouvert.';
      case 'urgency-raised':
        return `L’urgence est passée à ${URGENCY[why.urgency]}.`;
      case 'sla-warning':
        return why.target === 'acknowledge'
          ? `Il doit être pris en charge dans les ${why.minutes} min et il reste peu de temps.`
          : `Il doit être résolu dans les ${why.minutes} min et il reste peu de temps.`;
      case 'sla-breached':
        return why.target === 'acknowledge'
          ? `Il n’a pas été pris en charge dans les ${why.minutes} min.`
          : `Il n’a pas été résolu dans les ${why.minutes} min.`;
      case 'was-paged':
        return 'Vous aviez été averti.';
    }
  },
  answer: {
    acknowledged: (incident) => `${named(incident)} est pris en charge. Personne d’autre n’est averti.`,
    acknowledgedBefore: (incident, holder) =>
      `${named(incident)} était déjà pris en charge.${holder ? ` ${holder} s’en occupe.` : ''}`,
    escalated: (incident, step) => `${named(incident)} est escaladé. L’étape ${step} est avertie.`,
    escalatedBefore: (incident) => `${named(incident)} avait déjà été escaladé par cet avis.`,
    allAcknowledged: (total) => `Les ${total} incidents sont pris en charge. Personne d’autre n’est averti.`,
    someAcknowledged: (acknowledged, total) =>
      `${acknowledged} incidents sur ${total} sont pris en charge. Les autres n’avaient plus besoin de personne.`,
    notYours: 'Ce numéro n’est plus un contact vérifié, rien n’a donc été fait.',
    noKey: 'Rien n’a été fait. Au revoir.',
    notNow: 'Impossible pour le moment. Renvoyez le message ou ouvrez le lien qu’il contient.',
    spokenNumber: 'L’incident $1',
  },
};
