// A mail provider on loopback that speaks as Resend does and remembers every request that reached it.
import http from 'node:http';

const textOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** Answers `{ url, mails, close }`; a mail is `{ notification, incident, to, at }`. */
export async function startMailProvider() {
  const mails = [];
  const server = http.createServer(async (request, response) => {
    const at = Date.now();
    try {
      const { to, tags = [] } = JSON.parse(await textOf(request));
      const tag = (name) => tags.find((one) => one.name === name)?.value ?? null;
      mails.push({ notification: tag('notification'), incident: tag('incident'), to: to[0], at });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"mail"}');
    } catch {
      // Whoever sent it was killed before it was whole: nobody got it.
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, mails, close };
}
