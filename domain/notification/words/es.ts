import type { Words } from './words';

const named = ({ number, service }: { number: number | null; service: string }): string =>
  `${number === null ? 'El incidente' : `#${number}`} de ${service}`;

const URGENCY = { HIGH: 'alta', MEDIUM: 'media', LOW: 'baja' } as const;

export const SPANISH: Words = {
  language: 'es',
  spokenAs: 'es-ES',
  urgency: { HIGH: 'Alta', MEDIUM: 'Media', LOW: 'Baja' },
  untitled: 'Incidente sin nombre',
  service: 'servicio',
  resolved: 'Resuelto',
  sla: { 'sla-warning': 'Objetivo casi incumplido', 'sla-breached': 'Objetivo incumplido' },
  units: { d: 'd', h: 'h', min: 'min' },
  acknowledge: 'Confirmar',
  openIncident: 'Abrir el incidente',
  runbook: 'Runbook',
  mail: {
    rows: {
      service: 'Servicio',
      urgency: 'Urgencia',
      priority: 'Prioridad',
      since: 'Desde',
      opened: 'Abierto',
      resolved: 'Resuelto',
      alerts: 'Alertas',
      incident: 'Incidente',
      source: 'Origen',
    },
    colon: ': ',
    atSource: 'Ver en el origen',
    labels: 'Etiquetas',
    sentFor: (organisation) => `Enviado por OpsKnight para ${organisation}.`,
  },
  timeFor: (time, span) => `${time}, hace ${span}`,
  since: (time) => `Desde ${time}`,
  lasting: (span) => `hace ${span}`,
  text: {
    reply: (code) => `Responda 4 ${code} para confirmar, 6 ${code} para escalar.`,
    acknowledge: 'Confirmar:',
  },
  slack: {
    source: 'Origen',
    buttons: {
      acknowledge: 'Confirmar',
      resolve: 'Resolver',
      escalate: 'Escalar',
      snooze: 'Posponer 1 h',
      unsnooze: 'Reanudar',
    },
    view: 'Ver',
  },
  voice: {
    greeting: 'Le habla OpsKnight.',
    incident: ({ priority, urgency, service, isResolved }) => {
      const importance = priority === null ? `de urgencia ${URGENCY[urgency]}` : `de prioridad ${priority}`;
      return isResolved ? `Resuelto: incidente ${importance} en ${service}.` : `Incidente ${importance} en ${service}.`;
    },
    aLink: 'un enlace',
    openFor: (span) => `Abierto desde hace ${span}.`,
    keys: 'Pulse 4 para confirmar o 6 para escalar.',
    noKeys: 'Abra la página del incidente para confirmarlo.',
  },
  bundle: {
    more: (count) => `${count} más`,
    on: (count, service) => `${count} en ${service}`,
    moreOn: (count, service) => `${count} más en ${service}`,
    several: (count) => `${count} incidentes`,
    severalOn: (count, service) => `${count} incidentes en ${service}`,
    andOthers: ' y otros',
    andMore: (count) => `y ${count} más`,
    acknowledge: (count) => `Confirmar los ${count}`,
    acknowledgeAll: 'Confirmar todos',
    openAll: 'Abrir los incidentes',
    reply: (code) => `Responda 4 ${code} para confirmar todos.`,
    replyAcknowledge: 'Confirmar todos:',
    spoken: (urgency, headline) => `Incidentes de urgencia ${URGENCY[urgency]}: ${headline}.`,
    latest: (title) => `El más reciente: ${title}.`,
    keys: 'Pulse 4 para confirmarlos todos.',
    noKeys: 'Abra OpsKnight para confirmarlos.',
  },
  why: (why) => {
    switch (why.kind) {
      case 'step':
        return `Paso ${why.step} de ${why.policy}: ${why.target}${why.takesTurns ? ', por turnos' : ''}.`;
      case 'last-resort':
        return 'Usted es el último recurso: no se pudo localizar a nadie más.';
      case 'asked-to-help':
        return `${why.by} le pide ayuda${why.message ? `: ${why.message}` : ''}.`;
      case 'assigned':
        return 'Se le ha asignado el incidente.';
      case 'acknowledgement-lapsed':
        return 'Su confirmación ha caducado y el incidente sigue abierto.';
      case 'urgency-raised':
        return `La urgencia ha subido a ${URGENCY[why.urgency]}.`;
      case 'sla-warning':
        return why.target === 'acknowledge'
          ? `Debe atenderse en ${why.minutes} min desde su apertura y casi no queda tiempo.`
          : `Debe resolverse en ${why.minutes} min desde su apertura y casi no queda tiempo.`;
      case 'sla-breached':
        return why.target === 'acknowledge'
          ? `No se atendió en ${why.minutes} min desde su apertura.`
          : `No se resolvió en ${why.minutes} min desde su apertura.`;
      case 'was-paged':
        return 'Usted recibió el aviso.';
    }
  },
  answer: {
    acknowledged: (incident) => `${named(incident)} queda confirmado. No se avisa a nadie más.`,
    acknowledgedBefore: (incident, holder) =>
      `${named(incident)} ya estaba confirmado.${holder ? ` Lo lleva ${holder}.` : ''}`,
    escalated: (incident, step) => `${named(incident)} queda escalado. Se avisa al paso ${step}.`,
    escalatedBefore: (incident) => `${named(incident)} ya estaba escalado por este aviso.`,
    allAcknowledged: (total) => `Los ${total} incidentes quedan confirmados. No se avisa a nadie más.`,
    someAcknowledged: (acknowledged, total) =>
      `${acknowledged} de ${total} incidentes quedan confirmados. Los demás ya no necesitaban a nadie.`,
    notYours: 'Este número ya no es un contacto verificado, así que no se ha hecho nada.',
    noKey: 'No se ha hecho nada. Adiós.',
    notNow: 'No ha sido posible en este momento. Envíelo otra vez o abra el enlace del mensaje.',
    spokenNumber: 'El incidente $1',
  },
};
