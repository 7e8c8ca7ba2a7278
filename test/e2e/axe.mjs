// Accessibility as axe sees it: what is serious or worse, one line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];

/** Rules over the whole page whose findings are moderate at most, which nobody would be told. */
const TOO_LIGHT = ['region', 'landmark-unique', 'landmark-one-main', 'heading-order', 'page-has-heading-one'];
const options = {
  resultTypes: ['violations'],
  preload: false,
  rules: Object.fromEntries(TOO_LIGHT.map((id) => [id, { enabled: false }])),
};

export async function graveIssues(page) {
  // Once for a page, however often it is looked at: to read it takes longer than to look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { violations } = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`));
}
