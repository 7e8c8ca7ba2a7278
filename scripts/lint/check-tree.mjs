// All rules over a set of sources, `Map` of path to text; no file system here, so that tests can make up a tree.
import { arrowProblems } from './arrows.mjs';
import { cycleProblems } from './cycles.mjs';
import { habitProblems, lengthWarnings } from './habits.mjs';
import { readModule } from './read-module.mjs';

export function checkTree(sources) {
  const modules = [...sources].filter(([path]) => !path.endsWith('.css')).map(([path, text]) => readModule(path, text));
  const product = modules.filter(({ path }) => !path.endsWith('.d.ts'));
  return {
    files: sources.size,
    problems: [...product.flatMap(arrowProblems), ...modules.flatMap(habitProblems), ...cycleProblems(product)],
    warnings: modules.flatMap(lengthWarnings),
  };
}
