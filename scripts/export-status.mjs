// `npm run export-status DIR [ADDRESS]`: a public status page as files, to be served by another host while this one is
// away. ADDRESS is the page's, without a slash at the end; left out: the demo page of `npm start`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [dir, address = 'http://127.0.0.1:8787/status/demo'] = process.argv.slice(2);
if (!dir || !URL.canParse(address)) {
  console.error('usage: npm run export-status DIR [https://ops.example.com/status/shop]');
  process.exit(1);
}
const prefix = new URL(address).pathname.replace(/\/$/, '');

const API = ['summary', 'status', 'components', 'incidents', 'incidents/unresolved', 'scheduled-maintenances'].concat(
  'scheduled-maintenances/upcoming',
  'scheduled-maintenances/active',
);
const FEEDS = ['history.rss', 'history.atom', 'feed.json', 'calendar.ics', 'badge.svg'];

async function read(file) {
  const answer = await fetch(`${address.replace(/\/$/, '')}${file}`);
  if (!answer.ok) throw new Error(`${file || '/'}: HTTP ${answer.status}`);
  return answer.text();
}

/** Pages are served from the root of the other host, so that their links lead to its files. */
const atRoot = (html) =>
  html.replaceAll(`"${prefix}"`, '"/"').replaceAll(`"${prefix}/`, '"/').replaceAll(`"${prefix}?`, '"/?');

function write(file, text) {
  const target = path.join(dir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const pages = ['', '/history'];
for (const name of API) {
  const text = await read(`/api/v2/${name}.json`);
  write(`api/v2/${name}.json`, text);
  const { incidents = [], scheduled_maintenances: works = [] } = JSON.parse(text);
  pages.push(...[...incidents, ...works].map(({ id }) => `/reports/${id}`));
}
for (const name of FEEDS) write(name, await read(`/${name}`));
const wanted = [...new Set(pages)];
for (const page of wanted) {
  const html = atRoot(await read(page));
  write(`${page}/index.html`.replace(/^\//, ''), html);
  for (const [, found] of html.matchAll(/href="(\/postmortems\/\w+)"/g))
    if (!wanted.includes(found)) wanted.push(found);
}
console.log(`${wanted.length} pages, ${API.length} documents and ${FEEDS.length} feeds of ${address} are in ${dir}`);
