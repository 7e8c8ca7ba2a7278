import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { withHeaders } from './email-headers';
import { alertEvent, ignored } from './event';
import { at, exactly, firstText, isFields, listOf, plainNames, textAt, textOf } from './fields';
import { htmlText } from './html-text';
import { type Mail, readMail } from './mime';
import { anyInstant } from './times';

// A mail has no field that says whether it begins or ends a problem: monitoring tools put that word at the start of the
// subject. Only there, as a word of its own, and only these words are read; every other mail is a trigger.
const TRIGGERS = 'firing alerting alert alarm problem down critical warning triggered';
const RESOLVES = 'resolved ok up recovered recovery cleared closed';
const WORDS: Readonly<Record<string, AlertAction>> = Object.fromEntries<AlertAction>([
  ...TRIGGERS.split(' ').map((word): [string, AlertAction] => [word, 'trigger']),
  ...RESOLVES.split(' ').map((word): [string, AlertAction] => [word, 'resolve']),
]);

/** "[FIRING:2] …", "Resolved in 5m 3s: …" (Zabbix), "Monitor is DOWN: …" (UptimeRobot), "** PROBLEM Host Alert: …" (Nagios). */
const PREFIXES: readonly RegExp[] = [
  /^\[([A-Z]+)(?::\d+)?\]\s*/i,
  /^(?:\[Monitor Alert\] |Monitor is )?([A-Z]+)(?: in [\dywdhms ]+)?\s?:\s*/i,
  /^\*\* ?([A-Z]+) (?:Host|Service) Alert:\s*/i,
];

const SUBJECT_LIMIT = 1000;

/**
 * E-mail: raw MIME (Cloudflare Email Routing, SMTP), Mailgun routes and SendGrid inbound parse (forms), Resend,
 * Postmark and CloudMailin (JSON). A tag in the recipient ("intake+db1@…") identifies, else the subject without its status word.
 */
export const email = defineAdapter(
  'email',
  'E-mail',
  (body, request) => {
    const data = at(body, 'data');
    const fields = withHeaders(plainNames(isFields(data) && textAt(body, 'type') === 'email.received' ? data : body));
    const raw = firstText(fields, ['bodymime', 'email', 'raw', 'mime']);
    if (raw !== null && /^[\w-]+:/.test(raw)) return [eventOf(readMail(raw), request)];
    if (!['subject', 'from', 'sender'].some((name) => Object.hasOwn(fields, name))) return null;
    const recipient =
      firstText(fields, ['recipient', 'originalrecipient', 'envelopeto', 'to']) ?? textOf(listOf(at(fields, 'to'))[0]);
    const html = firstText(fields, ['bodyhtml', 'html', 'htmlbody']);
    return [
      eventOf(
        {
          subject: firstText(fields, ['subject']) ?? '',
          from: firstText(fields, ['from', 'sender']),
          to: recipient,
          date: anyInstant(at(fields, 'timestamp')) ?? anyInstant(at(fields, 'createdat')),
          messageId: firstText(fields, ['messageid', 'emailid']),
          text:
            firstText(fields, ['strippedtext', 'bodyplain', 'text', 'textbody', 'plain']) ??
            (html === null ? null : htmlText(html)),
          isAutomaticReply:
            (textAt(fields, 'autosubmitted') ?? '').toLowerCase().startsWith('auto-replied') ||
            (textAt(fields, 'contenttype') ?? '').toLowerCase().startsWith('multipart/report'),
        },
        request,
      ),
    ];
  },
  (text, request) => (/^[\w-]+:[ \t]/.test(text.trimStart()) ? [eventOf(readMail(text.trimStart()), request)] : null),
);

function eventOf(mail: Mail, request: InboundRequest): AlertEvent {
  const { action, rest, name } = readSubject(mail.subject);
  const tag = /\+([^@>+]+)@/.exec((mail.to ?? '').slice(0, SUBJECT_LIMIT))?.[1];
  const about = {
    dedupKey: tag === undefined ? `subject:${name || `${mail.from ?? ''} ${mail.messageId ?? ''}`}` : `tag:${tag}`,
    title: rest,
    otherTitles: [mail.text, mail.from],
    description: mail.text,
    labels: Object.fromEntries(
      [
        ['from', mail.from ?? ''],
        ['to', mail.to ?? ''],
      ].filter(([, value]) => value !== ''),
    ),
    source: mail.from,
    occurredAt: mail.date,
  };
  return mail.isAutomaticReply ? ignored(request, 'automatic reply', about) : alertEvent({ ...about, action });
}

/** "Re: [FIRING:2] Disk full (db1)" → trigger, "Disk full (db1)"; `name` is what the mails of one alert share. */
function readSubject(subject: string): { action: AlertAction; rest: string; name: string } {
  const plain = subject
    .slice(0, SUBJECT_LIMIT)
    .trim()
    .replace(/^(?:(?:re|fwd?|aw|wg) ?: *)+/i, '');
  for (const prefix of PREFIXES) {
    const [whole, word] = prefix.exec(plain) ?? [];
    const action = exactly(WORDS, word ?? null);
    if (whole === undefined || action === null) continue;
    const rest = plain.slice(whole.length).trim();
    return { action, rest, name: withoutState(whole.startsWith('[') ? withoutGroup(rest) : rest) };
  }
  return { action: 'trigger', rest: plain, name: plain };
}

/** Alertmanager and Grafana append the labels that a group's alerts share just now: they change as alerts come and go. */
function withoutGroup(text: string): string {
  if (!text.endsWith(')')) return text;
  let depth = 0;
  for (let i = text.length - 1; i > 0; i -= 1) {
    if (text[i] === ')') depth += 1;
    if (text[i] === '(') depth -= 1;
    if (depth === 0) return text.slice(0, i).trim();
  }
  return text;
}

/** Nagios and Icinga end on "is CRITICAL **" and "is OK!". */
const withoutState = (text: string): string =>
  text.replace(/ is (?:CRITICAL|WARNING|UNKNOWN|OK|UP|DOWN|UNREACHABLE)[ !*]*$/, '');
