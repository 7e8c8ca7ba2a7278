import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createTransport } from 'nodemailer';
import { line } from '../../../domain/notification/render/plain';
import type { Config } from '../../config';
import { type OutgoingMessage, SEND_TIMEOUT_MS, type Sender, type SendResult } from '../sender';
import { mailDomain, tracingHeaders } from './mail-from';
import { resultOfSmtpError } from './smtp-errors';

type SmtpSettings = NonNullable<Config['smtp']> & { from: string };

/**
 * Sends mail to an SMTP server: STARTTLS (required, never skipped), TLS from the first byte, or neither. One connection
 * per mail, gone when `send` is; one Message-ID per notification, so that a reader may fold a repeat (PROVIDERS: SMTP).
 */
export function smtpSender(settings: SmtpSettings, timeoutMs = SEND_TIMEOUT_MS): Sender {
  return {
    provider: 'smtp',
    channel: 'email',
    async send(message): Promise<SendResult> {
      const signal = AbortSignal.timeout(timeoutMs);
      const sockets: Socket[] = [];
      try {
        const transport = createTransport({
          ...transportOptions(settings),
          getSocket: socketGetter(settings, sockets),
        });
        const info = await transport.sendMail({ ...mailOf(message, settings.from), signal });
        return { outcome: 'sent', providerId: info.messageId };
      } catch (error) {
        return resultOfSmtpError(error);
      } finally {
        for (const socket of sockets) socket.destroy();
      }
    },
  };
}

const transportOptions = ({ host, port, user, pass, secure, from }: SmtpSettings) => ({
  host,
  port,
  secure: secure === 'tls',
  requireTLS: secure === 'starttls',
  ignoreTLS: secure === 'off',
  name: mailDomain(from),
  ...(user === null ? {} : { auth: { user, pass: pass ?? '' } }),
  disableFileAccess: true,
  disableUrlAccess: true,
});

type Connected = (error: Error | null, result: { connection: Socket; secured: boolean } | false) => void;

// nodemailer would resolve the name by DNS over HTTPS, which knows no private names, and connect to an address. workerd
// checks the certificate after STARTTLS against what was connected to, so it must be the name.
const socketGetter =
  ({ host, port, secure }: SmtpSettings, sockets: Socket[]) =>
  (_options: unknown, connected: Connected): void => {
    const secured = secure === 'tls';
    const socket = secured
      ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }) })
      : connect({ host, port });
    sockets.push(socket);
    // workerd's sockets gather a timeout listener with each write; its warning about that ends as an uncaught error.
    socket.setMaxListeners(0);
    // workerd ends a TLS socket that was cut off without ever closing it, and nodemailer waits for the close.
    socket.once('end', () => socket.destroy());
    socket.on('error', (error) => connected(error, false));
    socket.once(secured ? 'secureConnect' : 'connect', () => connected(null, { connection: socket, secured }));
  };

const mailOf = (message: OutgoingMessage, from: string) => ({
  from,
  to: { name: line(message.recipientName, 100), address: message.to },
  subject: message.subject ?? message.text.slice(0, 100),
  text: message.text,
  ...(message.html === null ? {} : { html: message.html }),
  messageId: `<${message.id}@${mailDomain(from)}>`,
  headers: tracingHeaders(message),
});
