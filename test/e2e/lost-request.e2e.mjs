import net from 'node:net';
import { expect } from 'vitest';
import { test } from './test.mjs';

/** Begins to send a form and breaks the connection off before it is whole. */
const breakOff = ({ host, hostname, port, origin }) =>
  new Promise((resolve, reject) => {
    const head = ['POST /login HTTP/1.1', `Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 5000'];
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(
        `${[...head, 'Content-Type: application/x-www-form-urlencoded', '', 'email=a'].join('\r\n')}`,
        () => {
          socket.resetAndDestroy();
          resolve();
        },
      );
    });
    socket.once('error', reject);
  });

test('a sender that breaks off half-way takes nobody else along', async ({ product }) => {
  for (let time = 0; time < 10; time++) {
    await breakOff(new URL(product.url));
    for (let look = 0; look < 5; look++) expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  }
});
