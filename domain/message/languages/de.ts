import type { IncidentStatus } from '../../incident/incident';
import { wordsFor } from '../../notification/words/words';
import type { MessageLanguage } from './language';
import { isOpen, lineOf, listing } from './listing';
import { mentionSaid, newsSaid } from './news';
import { GERMAN_NEWS } from './news-words';
import { saying, shortened, spelled } from './said';

const NOT_ASKED = 'Wenn du das nicht angefordert hast, ignoriere diese Nachricht: Es ändert sich nichts.';
const SWITCH_OFF = 'Welche dieser Nachrichten du bekommst, wählst du in deinem Profil unter „Shifts“.';
const SEE_SHIFTS = 'Deine Schichten ansehen';
const STATUS: Record<IncidentStatus, string> = {
  OPEN: 'offen',
  ACKNOWLEDGED: 'übernommen',
  SNOOZED: 'zurückgestellt',
  ESCALATED: 'offen',
  SUPPRESSED: 'unterdrückt',
  RESOLVED: 'gelöst',
};

export const GERMAN: MessageLanguage = {
  hello: (name) => `Hallo ${name},`,
  sentBy: (place) => `Gesendet von ${place}.`,
  placeOf: (organisation) => `OpsKnight für ${organisation}`,
  greeting: 'Hier ist OpsKnight.',
  span: (start, end) => `${start} bis ${end}`,
  clock: (timezone) => `Die Zeiten sind die von ${timezone}.`,
  say: (content, { place, name, moment, span }) => {
    switch (content.kind) {
      case 'invitation': {
        const what = `${name(content.invitedBy)} lädt dich zu ${place} ein`;
        return saying(what, 'Einladung annehmen', {
          subject: `Einladung zu ${place}`,
          before: [`${what}. Wähle ein Passwort, dann bist du bereit für deine erste Bereitschaft.`],
          after: ['Der Link funktioniert einmal, 7 Tage lang.'],
          short: `${what}:`,
          spoken: `${what}. Der Link steht in deiner E-Mail.`,
        });
      }
      case 'password-reset':
        return {
          subject: 'Neues OpsKnight-Passwort wählen',
          before: [`Jemand, hoffentlich du, hat bei ${place} um ein neues Passwort gebeten.`],
          label: 'Neues Passwort wählen',
          after: ['Der Link funktioniert einmal, eine Stunde lang.', NOT_ASKED],
          short: `Neues Passwort für ${place}, innerhalb einer Stunde:`,
          spoken: `Bei ${place} wurde um ein neues Passwort gebeten. Der Link steht in deiner E-Mail.`,
        };
      case 'verification-code': {
        const digits = spelled(content.code);
        return {
          subject: 'Dein OpsKnight-Code',
          before: [`Dieser Code zeigt, dass ${place} dich hier erreicht:`],
          label: null,
          after: ['Er gilt 10 Minuten.', NOT_ASKED],
          short: `${content.code} ist dein Code für ${place}. Er gilt 10 Minuten.`,
          spoken: `Dein OpsKnight-Code ist ${digits}. Noch einmal: ${digits}.`,
        };
      }
      case 'contact-method-test': {
        const test = `Das ist ein Test von ${place}.`;
        const reached = 'Hier kannst du gerufen werden. Es ist nichts passiert, und du musst nichts tun.';
        return {
          subject: 'Test von OpsKnight',
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
        const subject = `${count} ${count === 1 ? 'Incident' : 'Incidents'} niedriger Dringlichkeit, ${open === 0 ? 'keiner' : open} offen`;
        return listing(
          subject,
          content.lines.map((one) => lineOf(one, STATUS, 'ein Dienst', 'Incident ohne Titel')),
          {
            intro: `${subject}. Sie kamen seit deiner letzten Zusammenfassung.`,
            rest: (left) => `und ${left} weitere.`,
            label: 'Incidents öffnen',
            after: [
              'Du bekommst sie, weil du das in deinem Profil so gewählt hast. Dringenderes erreicht dich sofort.',
            ],
            spoken: `Du hast ${subject}.`,
          },
        );
      }
      case 'action-item-overdue': {
        const what = `Überfällig: ${name(content.title)}, fällig am ${content.dueOn}`;
        return saying(what, 'Maßnahme öffnen', {
          after: [
            'Diese Maßnahme aus einer Nachbetrachtung gehört dir. Du wirst wöchentlich erinnert, bis sie erledigt ist.',
          ],
        });
      }
      case 'weekly-digest': {
        const subject = `Letzte Woche: ${content.incidents} Vorfälle, ${content.interruptions} Unterbrechungen, davon ${content.sleepHours} in Schlafzeiten`;
        const lines = [
          ...content.people.map(
            (one) => `${name(one.name)}: ${one.interruptions} Mal unterbrochen, ${one.sleepHours} Mal in Schlafzeiten`,
          ),
          ...content.alerts.map(
            (one) =>
              `${name(one.serviceName)}, ${name(one.title)}: ${one.incidents} Vorfälle, ${one.interruptions} Unterbrechungen, ${one.neverAcknowledged} nie übernommen`,
          ),
        ];
        return listing(subject, lines, {
          intro: `Vom ${content.from} bis ${content.to}, Tage in UTC. Wer unterbrochen wurde, wovon, und wie viel davon niemand übernahm:`,
          rest: (left) => `und ${left} weitere.`,
          label: 'Zahlen öffnen',
          after: ['Du bekommst dies jeden Montag, weil du darum gebeten hast. Auf derselben Seite beendest du es.'],
          spoken: `${subject}.`,
        });
      }
      case 'page-test': {
        const what = `Testruf, Dringlichkeit ${wordsFor('de').urgency[content.urgency].toLowerCase()}`;
        return {
          subject: `${what}: Es ist nichts passiert`,
          before: [`Du hast ${place} gebeten, dich jetzt nach deinen eigenen Regeln zu rufen. Es ist nichts passiert.`],
          label: 'Angekommen',
          after: ['Wer den Link öffnet, hält die Wege an, die noch ausstehen.'],
          short: `${what} von ${place}: von dir angefordert, es ist nichts passiert. Angekommen:`,
          spoken: `${what}, von dir angefordert. Es ist nichts passiert.`,
        };
      }
      case 'incident-news':
        return newsSaid(GERMAN_NEWS, content, name);
      case 'mention':
        return mentionSaid(GERMAN_NEWS, content, name);
      case 'shift-notice': {
        const schedule = name(content.schedule);
        const what =
          content.lead === 'start'
            ? `Ab jetzt in Bereitschaft: ${schedule}, bis ${moment(content.shift.end)}`
            : `Bald in Bereitschaft: ${schedule}, ${span(content.shift)}`;
        const late = content.isLate ? ['Diese Nachricht kommt zu spät: OpsKnight lief nicht, als sie fällig war.'] : [];
        return saying(what, SEE_SHIFTS, { before: [`${what}.`, ...late], after: [SWITCH_OFF] });
      }
      case 'shifts-changed': {
        const what = `Deine Schichten in ${name(content.schedule)} haben sich geändert`;
        const lines = [
          ...content.gains.map((one) => `Neu: ${span(one)}`),
          ...content.loses.map((one) => `Nicht mehr deine: ${span(one)}`),
        ];
        return saying(what, SEE_SHIFTS, {
          before: [`${what}:`, ...shortened(lines, (count) => `und ${count} weitere.`)],
          after: [SWITCH_OFF],
          short: `${what}: ${lines.length <= 2 ? lines.join(', ') : `${lines[0]} und ${lines.length - 1} weitere`}.`,
        });
      }
      case 'cover-asked': {
        const who = name(content.askedBy);
        const schedule = name(content.schedule);
        const still = content.isReminder ? 'Noch offen: ' : '';
        if (content.inReturn) {
          const what = `${still}${who} möchte in ${schedule} Schichten tauschen: du nimmst ${span(content.shift)}, ${who} nimmt ${span(content.inReturn)}`;
          const then = 'Wenn du zusagst, wechseln beide Schichten. Bis dahin ändert sich nichts.';
          return saying(what, 'Zusagen oder ablehnen', { before: [`${what}.`, then], short: `${what}. Zusagen:` });
        }
        const what = `${still}${who} sucht Vertretung in ${schedule}: ${span(content.shift)}`;
        const then = 'Wer zuerst zusagt, ist dann in Bereitschaft; die anderen werden nicht mehr gefragt.';
        return saying(what, 'Übernehmen oder ablehnen', { before: [`${what}.`, then], short: `${what}. Übernehmen:` });
      }
      case 'cover-waiting': {
        const what = `Deine Schicht in ${name(content.schedule)} hat noch niemand übernommen: ${span(content.shift)}`;
        const then = 'Wer nicht geantwortet hat, wurde erinnert. Bis jemand zusagt, bist du selbst in Bereitschaft.';
        return saying(what, 'Anfrage ansehen', { before: [`${what}.`, then] });
      }
      case 'cover-taken': {
        const other = name(content.other);
        const schedule = name(content.schedule);
        const took = content.role === 'took';
        const back = content.inReturn
          ? `; ${took ? `${other} nimmt dafür deine` : 'du nimmst dafür'}: ${span(content.inReturn)}`
          : '';
        const what = took
          ? `Du hast die Bereitschaft ${schedule} anstelle von ${other}: ${span(content.shift)}${back}`
          : `${other} übernimmt deine Schicht in ${schedule}: ${span(content.shift)}${back}`;
        return saying(what, 'Ansehen');
      }
      case 'cover-ended': {
        const why = content.why === 'declined' ? 'Alle haben abgelehnt' : 'Niemand hat rechtzeitig zugesagt';
        const what = `Du bist weiter in Bereitschaft für ${name(content.schedule)}: ${span(content.shift)}`;
        const both = `${why}. ${what}.`;
        return saying(what, 'Anfrage ansehen', { before: [both], short: both, spoken: both });
      }
    }
  },
};
