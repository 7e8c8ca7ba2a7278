// `npm run lint`, second half: what Biome cannot know about this tree. Ends with 1 when there are errors.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkTree } from './lint/check-tree.mjs';
import { root } from './start/settings.mjs';

const FOLDERS = ['app', 'db', 'domain', 'scripts', 'test', 'workers'];
const isSource = (name) => /\.(ts|tsx|mjs)$/.test(name);
const isSkipped = (name) => name === 'node_modules' || name === 'fixtures';

function* filesOf(folder) {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const inside = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !isSkipped(entry.name)) yield* filesOf(inside);
    if (entry.isFile() && isSource(entry.name)) yield inside;
  }
}

const sources = new Map();
for (const folder of FOLDERS)
  for (const file of filesOf(folder)) sources.set(file, readFileSync(path.join(root, file), 'utf8'));

const { files, problems, warnings } = checkTree(sources);
for (const { path: file, line, rule, message } of warnings)
  console.log(`warning  ${file}:${line}  ${rule}: ${message}`);
for (const { path: file, line, rule, message } of problems)
  console.error(`error    ${file}:${line}  ${rule}: ${message}`);
console.log(`${files} files, ${problems.length} errors, ${warnings.length} warnings`);
process.exitCode = problems.length > 0 ? 1 : 0;
