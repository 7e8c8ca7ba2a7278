import type { IncidentStatus } from '../../incident/incident';
import { wordsFor } from '../../notification/words/words';
import type { MessageLanguage } from './language';
import { isOpen, lineOf, listing } from './listing';
import { mentionSaid, newsSaid } from './news';
import { FRENCH_NEWS } from './news-words';
import { saying, shortened, spelled } from './said';

const NOT_ASKED = 'Si vous n’avez rien demandé, ignorez ce message : rien ne change.';
const SWITCH_OFF = 'Ces avis se choisissent dans votre profil, sous « Shifts ».';
const SEE_SHIFTS = 'Voir vos astreintes';
const STATUS: Record<IncidentStatus, string> = {
  OPEN: 'ouvert',
  ACKNOWLEDGED: 'pris en charge',
  SNOOZED: 'reporté',
  ESCALATED: 'ouvert',
  SUPPRESSED: 'neutralisé',
  RESOLVED: 'résolu',
};

export const FRENCH: MessageLanguage = {
  hello: (name) => `Bonjour ${name},`,
  sentBy: (place) => `Envoyé par ${place}.`,
  placeOf: (organisation) => `OpsKnight de ${organisation}`,
  greeting: 'Ici OpsKnight.',
  span: (start, end) => `de ${start} à ${end}`,
  clock: (timezone) => `Les heures sont celles de ${timezone}.`,
  say: (content, { place, name, moment, span }) => {
    switch (content.kind) {
      case 'invitation': {
        const what = `${name(content.invitedBy)} vous invite à rejoindre ${place}`;
        return saying(what, 'Accepter l’invitation', {
          subject: `Invitation à ${place}`,
          before: [`${what}. Choisissez un mot de passe pour être prêt pour votre première astreinte.`],
          after: ['Le lien fonctionne une fois, pendant 7 jours.'],
          short: `${what} :`,
          spoken: `${what}. Le lien est dans votre e-mail.`,
        });
      }
      case 'password-reset':
        return {
          subject: 'Choisissez un nouveau mot de passe OpsKnight',
          before: [`Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour ${place}.`],
          label: 'Choisir un nouveau mot de passe',
          after: ['Le lien fonctionne une fois, pendant une heure.', NOT_ASKED],
          short: `Choisissez dans l’heure un nouveau mot de passe pour ${place} :`,
          spoken: `Un nouveau mot de passe a été demandé pour ${place}. Le lien est dans votre e-mail.`,
        };
      case 'verification-code': {
        const digits = spelled(content.code);
        return {
          subject: 'Votre code OpsKnight',
          before: [`Ce code montre que ${place} peut vous joindre ici :`],
          label: null,
          after: ['Il est valable 10 minutes.', NOT_ASKED],
          short: `${content.code} est votre code pour ${place}. Il est valable 10 minutes.`,
          spoken: `Votre code OpsKnight est ${digits}. Je répète : ${digits}.`,
        };
      }
      case 'contact-method-test': {
        const test = `Ceci est un test de ${place}.`;
        const reached = 'Vous pouvez être joint ici. Tout va bien, vous n’avez rien à faire.';
        return {
          subject: 'Test d’OpsKnight',
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
        const subject = `${count} ${count === 1 ? 'incident' : 'incidents'} d’urgence basse, ${open === 0 ? 'aucun ouvert' : open === 1 ? '1 ouvert' : `${open} ouverts`}`;
        return listing(
          subject,
          content.lines.map((one) => lineOf(one, STATUS, 'un service', 'Incident sans titre')),
          {
            intro: `${subject}. Arrivés depuis votre dernier résumé.`,
            rest: (left) => `et ${left} de plus.`,
            label: 'Ouvrir les incidents',
            after: ['Vous recevez ce résumé par choix, fait dans votre profil. Le plus urgent vous parvient aussitôt.'],
            spoken: `Vous avez ${subject}.`,
          },
        );
      }
      case 'action-item-overdue': {
        const what = `En retard : ${name(content.title)}, échéance le ${content.dueOn}`;
        return saying(what, 'Ouvrir l’action', {
          after: [
            'Cette action d’un retour d’expérience est la vôtre. Un rappel vous est envoyé chaque semaine jusqu’à ce qu’elle soit faite.',
          ],
        });
      }
      case 'weekly-digest': {
        const subject = `La semaine dernière : ${content.incidents} incidents, ${content.interruptions} interruptions, dont ${content.sleepHours} aux heures de sommeil`;
        const lines = [
          ...content.people.map(
            (one) =>
              `${name(one.name)} : ${one.interruptions} interruptions, dont ${one.sleepHours} aux heures de sommeil`,
          ),
          ...content.alerts.map(
            (one) =>
              `${name(one.serviceName)}, ${name(one.title)} : ${one.incidents} incidents, ${one.interruptions} interruptions, ${one.neverAcknowledged} jamais pris en charge`,
          ),
        ];
        return listing(subject, lines, {
          intro: `Du ${content.from} au ${content.to}, jours en UTC. Qui a été interrompu, par quoi, et ce que personne n’a pris en charge :`,
          rest: (left) => `et ${left} de plus.`,
          label: 'Ouvrir les chiffres',
          after: ['Vous recevez ceci chaque lundi parce que vous l’avez demandé. Vous y mettez fin sur la même page.'],
          spoken: `${subject}.`,
        });
      }
      case 'page-test': {
        const what = `Appel de test, urgence ${wordsFor('fr').urgency[content.urgency].toLowerCase()}`;
        return {
          subject: `${what} : tout va bien`,
          before: [`Vous avez demandé à ${place} de vous appeler maintenant, selon vos propres règles. Tout va bien.`],
          label: 'Bien reçu',
          after: ['Ouvrir le lien arrête les moyens qui ne sont pas encore partis.'],
          short: `${what} de ${place} : vous l’avez demandé, tout va bien. Bien reçu :`,
          spoken: `${what}, vous l’avez demandé. Tout va bien.`,
        };
      }
      case 'incident-news':
        return newsSaid(FRENCH_NEWS, content, name);
      case 'mention':
        return mentionSaid(FRENCH_NEWS, content, name);
      case 'shift-notice': {
        const schedule = name(content.schedule);
        const what =
          content.lead === 'start'
            ? `D’astreinte dès maintenant : ${schedule}, jusqu’à ${moment(content.shift.end)}`
            : `Bientôt d’astreinte : ${schedule}, ${span(content.shift)}`;
        const late = content.isLate
          ? ['Cet avis arrive en retard : OpsKnight ne fonctionnait pas au moment voulu.']
          : [];
        return saying(what, SEE_SHIFTS, { before: [`${what}.`, ...late], after: [SWITCH_OFF] });
      }
      case 'shifts-changed': {
        const what = `Vos astreintes pour ${name(content.schedule)} ont changé`;
        const lines = [
          ...content.gains.map((one) => `Nouveau : ${span(one)}`),
          ...content.loses.map((one) => `N’est plus à vous : ${span(one)}`),
        ];
        return saying(what, SEE_SHIFTS, {
          before: [`${what} :`, ...shortened(lines, (count) => `et ${count} de plus.`)],
          after: [SWITCH_OFF],
          short: `${what} : ${lines.length <= 2 ? lines.join(', ') : `${lines[0]} et ${lines.length - 1} de plus`}.`,
        });
      }
      case 'cover-asked': {
        const who = name(content.askedBy);
        const schedule = name(content.schedule);
        const still = content.isReminder ? 'Toujours ouvert : ' : '';
        if (content.inReturn) {
          const what = `${still}${who} propose d’échanger des astreintes sur ${schedule} : vous prenez ${span(content.shift)}, ${who} prend ${span(content.inReturn)}`;
          const then = 'Si vous acceptez, les deux changent de mains. D’ici là, rien ne change.';
          return saying(what, 'Accepter ou refuser', { before: [`${what}.`, then], short: `${what}. Accepter :` });
        }
        const what = `${still}${who} cherche un remplaçant sur ${schedule} : ${span(content.shift)}`;
        const then = 'Le premier qui accepte est d’astreinte ; les autres ne sont plus sollicités.';
        return saying(what, 'Accepter ou refuser', { before: [`${what}.`, then], short: `${what}. Accepter :` });
      }
      case 'cover-waiting': {
        const what = `Personne n’a encore pris votre astreinte sur ${name(content.schedule)} : ${span(content.shift)}`;
        const then = 'Ceux qui n’ont pas répondu ont été relancés. D’ici là, c’est vous qui êtes d’astreinte.';
        return saying(what, 'Voir la demande', { before: [`${what}.`, then] });
      }
      case 'cover-taken': {
        const other = name(content.other);
        const schedule = name(content.schedule);
        const took = content.role === 'took';
        const back = content.inReturn
          ? ` ; en échange, ${took ? `${other} prend la vôtre` : 'vous prenez'} : ${span(content.inReturn)}`
          : '';
        const what = took
          ? `Vous êtes d’astreinte sur ${schedule} à la place de ${other} : ${span(content.shift)}${back}`
          : `${other} prend votre astreinte sur ${schedule} : ${span(content.shift)}${back}`;
        return saying(what, 'Voir');
      }
      case 'cover-ended': {
        const why = content.why === 'declined' ? 'Tout le monde a refusé' : 'Personne n’a accepté à temps';
        const what = `Vous restez d’astreinte sur ${name(content.schedule)} : ${span(content.shift)}`;
        const both = `${why}. ${what}.`;
        return saying(what, 'Voir la demande', { before: [both], short: both, spoken: both });
      }
    }
  },
};
