import { createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { TestProject } from 'vitest/node';

/** One mail as the server got it. */
export type FakeMail = {
  envelope: { from: string; to: string[] };
  from: string;
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  longestLine: number;
};

/** Ports of the fake on 127.0.0.1: `port` takes mail, `mailsPort` answers a connection with all mails as JSON. */
export type FakeSmtp = { port: number; mailsPort: number; user: string; pass: string };

declare module 'vitest' {
  export interface ProvidedContext {
    smtp: FakeSmtp;
  }
}

const USER = 'pager';
const PASS = 'pass-ü-word';

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });

const listening = (server: Pick<Server, 'listen' | 'address'>): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

async function mailOf(raw: Buffer, session: SMTPServerSession): Promise<FakeMail> {
  const mail = await simpleParser(raw);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    envelope: { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) },
    from: mail.from?.text ?? '',
    to: [mail.to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', '),
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, line])),
    longestLine: Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.length),
    ),
  };
}

/**
 * An SMTP server without TLS, for the senders' tests: a vitest global set-up that provides `smtp`. The recipient's name
 * decides: `rcpt-550@…` is refused with that code, `data-554@…` after the mail, `reset@…` loses the connection after
 * the final dot, `silent@…` never hears an answer.
 */
export default async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const mails: FakeMail[] = [];
  const sockets = new Map<string, Socket>();
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, done) {
      if (auth.username === USER && auth.password === PASS) done(null, { user: USER });
      else done(refusal(535, '5.7.8 authentication failed'));
    },
    onRcptTo({ address }, _session, done) {
      const [, code] = /^rcpt-(\d{3})@/.exec(address) ?? [];
      done(code ? refusal(Number(code), 'not this one') : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const mail = await mailOf(Buffer.concat(chunks), session);
        mails.push(mail);
        const name = mail.envelope.to[0]?.split('@')[0] ?? '';
        const [, code] = /^data-(\d{3})$/.exec(name) ?? [];
        if (name === 'reset') sockets.get(String(session.remotePort))?.destroy();
        else if (code) done(refusal(Number(code), 'not this mail'));
        else if (name !== 'silent') done();
      });
    },
  });
  smtp.on('error', () => {});
  smtp.server.on('connection', (socket: Socket) => sockets.set(String(socket.remotePort), socket));
  const list = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify(mails));
  });
  provide('smtp', {
    port: await listening(smtp.server),
    mailsPort: await listening(list),
    user: USER,
    pass: PASS,
  });
  return async () => {
    for (const socket of sockets.values()) socket.destroy();
    smtp.close();
    list.close();
  };
}
