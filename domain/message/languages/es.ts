import type { IncidentStatus } from '../../incident/incident';
import { wordsFor } from '../../notification/words/words';
import type { MessageLanguage } from './language';
import { isOpen, lineOf, listing } from './listing';
import { mentionSaid, newsSaid } from './news';
import { SPANISH_NEWS } from './news-words';
import { saying, shortened, spelled } from './said';

const NOT_ASKED = 'Si no lo ha pedido usted, ignore este mensaje: no cambia nada.';
const SWITCH_OFF = 'Estos avisos se eligen en su perfil, en «Shifts».';
const SEE_SHIFTS = 'Ver sus turnos';
const STATUS: Record<IncidentStatus, string> = {
  OPEN: 'abierto',
  ACKNOWLEDGED: 'confirmado',
  SNOOZED: 'pospuesto',
  ESCALATED: 'abierto',
  SUPPRESSED: 'silenciado',
  RESOLVED: 'resuelto',
};

export const SPANISH: MessageLanguage = {
  hello: (name) => `Hola, ${name}:`,
  sentBy: (place) => `Enviado por ${place}.`,
  placeOf: (organisation) => `OpsKnight de ${organisation}`,
  greeting: 'Le habla OpsKnight.',
  span: (start, end) => `del ${start} al ${end}`,
  clock: (timezone) => `Las horas son las de ${timezone}.`,
  say: (content, { place, name, moment, span }) => {
    switch (content.kind) {
      case 'invitation': {
        const what = `${name(content.invitedBy)} le invita a ${place}`;
        return saying(what, 'Aceptar la invitación', {
          subject: `Invitación a ${place}`,
          before: [`${what}. Elija una contraseña para estar listo para su primera guardia.`],
          after: ['El enlace funciona una vez, durante 7 días.'],
          short: `${what}:`,
          spoken: `${what}. El enlace está en su correo.`,
        });
      }
      case 'password-reset':
        return {
          subject: 'Elija una nueva contraseña de OpsKnight',
          before: [`Alguien, esperamos que usted, ha pedido una nueva contraseña en ${place}.`],
          label: 'Elegir una nueva contraseña',
          after: ['El enlace funciona una vez, durante una hora.', NOT_ASKED],
          short: `Elija en una hora una nueva contraseña para ${place}:`,
          spoken: `Se ha pedido una nueva contraseña en ${place}. El enlace está en su correo.`,
        };
      case 'verification-code': {
        const digits = spelled(content.code);
        return {
          subject: 'Su código de OpsKnight',
          before: [`Este código demuestra que ${place} puede localizarle aquí:`],
          label: null,
          after: ['Vale 10 minutos.', NOT_ASKED],
          short: `${content.code} es su código de ${place}. Vale 10 minutos.`,
          spoken: `Su código de OpsKnight es ${digits}. Otra vez: ${digits}.`,
        };
      }
      case 'contact-method-test': {
        const test = `Esto es una prueba de ${place}.`;
        const reached = 'Aquí le llegan los avisos. No pasa nada y no tiene que hacer nada.';
        return {
          subject: 'Prueba de OpsKnight',
          before: [test, reached],
          label: null,
          after: [],
          short: `${test} ${reached}`,
          spoken: `${test} ${reached}`,
        };
      }
      case 'low-digest': {
        const count = content.lines.length;
        const open = content.lines.filter(isOpen).length;
        const subject = `${count} ${count === 1 ? 'incidente' : 'incidentes'} de urgencia baja, ${open === 0 ? 'ninguno abierto' : open === 1 ? '1 abierto' : `${open} abiertos`}`;
        return listing(
          subject,
          content.lines.map((one) => lineOf(one, STATUS, 'un servicio', 'Incidente sin nombre')),
          {
            intro: `${subject}. Llegaron desde su último resumen.`,
            rest: (left) => `y ${left} más.`,
            label: 'Abrir los incidentes',
            after: ['Recibe este resumen porque lo eligió en su perfil. Lo más urgente le llega al momento.'],
            spoken: `Tiene ${subject}.`,
          },
        );
      }
      case 'action-item-overdue': {
        const what = `Atrasada: ${name(content.title)}, vencía el ${content.dueOn}`;
        return saying(what, 'Abrir la tarea', {
          after: [
            'Esta tarea de un análisis posterior le corresponde a usted. Se le recordará cada semana hasta que esté hecha.',
          ],
        });
      }
      case 'weekly-digest': {
        const subject = `La semana pasada: ${content.incidents} incidentes, ${content.interruptions} interrupciones, ${content.sleepHours} en horas de sueño`;
        const lines = [
          ...content.people.map(
            (one) => `${name(one.name)}: ${one.interruptions} interrupciones, ${one.sleepHours} en horas de sueño`,
          ),
          ...content.alerts.map(
            (one) =>
              `${name(one.serviceName)}, ${name(one.title)}: ${one.incidents} incidentes, ${one.interruptions} interrupciones, ${one.neverAcknowledged} sin confirmar`,
          ),
        ];
        return listing(subject, lines, {
          intro: `Del ${content.from} al ${content.to}, días en UTC. Quién fue interrumpido, por qué, y cuánto de ello nadie confirmó:`,
          rest: (left) => `y ${left} más.`,
          label: 'Abrir las cifras',
          after: ['Lo recibe cada lunes porque usted lo pidió. Puede terminarlo en la misma página.'],
          spoken: `${subject}.`,
        });
      }
      case 'page-test': {
        const what = `Aviso de prueba, urgencia ${wordsFor('es').urgency[content.urgency].toLowerCase()}`;
        return {
          subject: `${what}: no pasa nada`,
          before: [`Ha pedido a ${place} que le avise ahora según sus propias reglas. No pasa nada.`],
          label: 'Recibido',
          after: ['Al abrir el enlace se detienen los medios que aún no han salido.'],
          short: `${what} de ${place}: lo ha pedido usted, no pasa nada. Recibido:`,
          spoken: `${what}, lo ha pedido usted. No pasa nada.`,
        };
      }
      case 'incident-news':
        return newsSaid(SPANISH_NEWS, content, name);
      case 'mention':
        return mentionSaid(SPANISH_NEWS, content, name);
      case 'shift-notice': {
        const schedule = name(content.schedule);
        const what =
          content.lead === 'start'
            ? `De guardia desde ahora: ${schedule}, hasta ${moment(content.shift.end)}`
            : `Pronto de guardia: ${schedule}, ${span(content.shift)}`;
        const late = content.isLate
          ? ['Este aviso llega tarde: OpsKnight no estaba en marcha cuando tocaba enviarlo.']
          : [];
        return saying(what, SEE_SHIFTS, { before: [`${what}.`, ...late], after: [SWITCH_OFF] });
      }
      case 'shifts-changed': {
        const what = `Han cambiado sus turnos de ${name(content.schedule)}`;
        const lines = [
          ...content.gains.map((one) => `Nuevo: ${span(one)}`),
          ...content.loses.map((one) => `Ya no es suyo: ${span(one)}`),
        ];
        return saying(what, SEE_SHIFTS, {
          before: [`${what}:`, ...shortened(lines, (count) => `y ${count} más.`)],
          after: [SWITCH_OFF],
          short: `${what}: ${lines.length <= 2 ? lines.join(', ') : `${lines[0]} y ${lines.length - 1} más`}.`,
        });
      }
      case 'cover-asked': {
        const who = name(content.askedBy);
        const schedule = name(content.schedule);
        const still = content.isReminder ? 'Sigue abierto: ' : '';
        if (content.inReturn) {
          const what = `${still}${who} propone cambiar turnos en ${schedule}: usted cubre ${span(content.shift)} y ${who} cubre ${span(content.inReturn)}`;
          const then = 'Si acepta, cambian los dos turnos. Hasta entonces no cambia nada.';
          return saying(what, 'Aceptar o rechazar', { before: [`${what}.`, then], short: `${what}. Aceptar:` });
        }
        const what = `${still}${who} pide que le cubran en ${schedule}: ${span(content.shift)}`;
        const then = 'Quien acepte primero queda de guardia; a los demás no se les pregunta más.';
        return saying(what, 'Aceptar o rechazar', { before: [`${what}.`, then], short: `${what}. Aceptar:` });
      }
      case 'cover-waiting': {
        const what = `Nadie cubre todavía su turno de ${name(content.schedule)}: ${span(content.shift)}`;
        const then = 'Se lo hemos recordado a quien no ha contestado. Hasta que alguien acepte, la guardia es suya.';
        return saying(what, 'Ver la petición', { before: [`${what}.`, then] });
      }
      case 'cover-taken': {
        const other = name(content.other);
        const schedule = name(content.schedule);
        const took = content.role === 'took';
        const back = content.inReturn
          ? `; a cambio, ${took ? `${other} cubre el suyo` : 'usted cubre'}: ${span(content.inReturn)}`
          : '';
        const what = took
          ? `Está de guardia en ${schedule} en lugar de ${other}: ${span(content.shift)}${back}`
          : `${other} cubre su turno de ${schedule}: ${span(content.shift)}${back}`;
        return saying(what, 'Ver');
      }
      case 'cover-ended': {
        const why = content.why === 'declined' ? 'Todos han dicho que no' : 'Nadie ha aceptado a tiempo';
        const what = `Sigue de guardia en ${name(content.schedule)}: ${span(content.shift)}`;
        const both = `${why}. ${what}.`;
        return saying(what, 'Ver la petición', { before: [both], short: both, spoken: both });
      }
    }
  },
};
