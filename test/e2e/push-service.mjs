// A push service on loopback: takes what the product sends, and decrypts it as the browser would (RFC 8291).
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

const base64url = (bytes) => Buffer.from(bytes).toString('base64url');

/** A browser's side of a subscription: its keys, and `read` for what was sent to it. */
function userAgent() {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: base64url(publicKey), auth: base64url(auth) },
    read(body) {
      const salt = body.subarray(0, 16);
      const sender = body.subarray(21, 21 + body[20]);
      const sealed = body.subarray(21 + body[20]);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32));
      const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
      const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
      const cipher = createDecipheriv('aes-128-gcm', key, nonce);
      cipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      // The text ends at the last 2; nothing but zeroes follows.
      return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
    },
  };
}

/** `subscriptionOf(name)` is what a browser would hand over; `next()` waits for the payload that was sent next. */
export async function startPushService() {
  const agent = userAgent();
  const arrived = [];
  const waiting = [];
  const server = http.createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const sent = { headers: request.headers, payload: agent.read(Buffer.concat(parts)) };
    const waiter = waiting.shift();
    if (waiter) waiter(sent);
    else arrived.push(sent);
    response.writeHead(201).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    subscriptionOf: (name) =>
      JSON.stringify({ endpoint: `http://127.0.0.1:${server.address().port}/push/${name}`, keys: agent.keys }),
    next: () => (arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((done) => waiting.push(done))),
    stop: () => server.close(),
  };
}
