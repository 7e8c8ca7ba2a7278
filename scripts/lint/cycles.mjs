// No module may need itself. Types vanish before anything runs, so only imports of values count.
import { targetModule } from './paths.mjs';

function graphOf(modules) {
  const known = new Set(modules.map(({ path }) => path));
  const edges = ({ path, imports }) =>
    imports
      .filter(({ typeOnly }) => !typeOnly)
      .map(({ specifier }) => targetModule(path, specifier, (candidate) => known.has(candidate)))
      .filter((target) => target !== null && target !== path);
  return new Map(modules.map((module) => [module.path, edges(module)]));
}

/** Tarjan's strongly connected components, those of more than one module. */
function knotsOf(graph) {
  const seen = new Map();
  const stack = [];
  const knots = [];
  const visit = (path) => {
    const state = { index: seen.size, low: seen.size, isOpen: true };
    seen.set(path, state);
    stack.push(path);
    for (const target of graph.get(path) ?? []) {
      if (!seen.has(target)) state.low = Math.min(state.low, visit(target).low);
      else if (seen.get(target).isOpen) state.low = Math.min(state.low, seen.get(target).index);
    }
    if (state.low === state.index) {
      const knot = stack.splice(stack.indexOf(path));
      for (const member of knot) seen.get(member).isOpen = false;
      if (knot.length > 1) knots.push(knot);
    }
    return state;
  };
  for (const path of graph.keys()) if (!seen.has(path)) visit(path);
  return knots;
}

export const cycleProblems = (modules) =>
  knotsOf(graphOf(modules)).map((knot) => ({
    path: knot[0],
    line: 1,
    rule: 'cycles',
    message: `these import each other in a circle: ${knot.sort().join(', ')}`,
  }));
