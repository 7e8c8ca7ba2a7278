// Every import goes along an arrow of the table in `layers.mjs`.
import { EXCEPTIONS, layerOf, mayImportTypes, ONLY_IN } from './layers.mjs';
import { targetPath } from './paths.mjs';

const isListed = (packages, specifier) =>
  packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));

function packageProblem(layer, specifier) {
  if (layer.packages && !isListed(layer.packages, specifier))
    return `${layer.name} may use only these packages: ${layer.packages.join(', ')}; not ${specifier}`;
  const rule = ONLY_IN.find(({ packages }) => packages.test(specifier));
  return rule && !rule.where(layer.name) ? rule.say : null;
}

function treeProblem(layer, from, target, typeOnly) {
  const targetLayer = layerOf(target);
  if (!targetLayer) return `${target} belongs to no part of the tree (see scripts/lint/layers.mjs)`;
  const { name } = targetLayer;
  if (name === layer.name || layer.imports.includes(name)) return null;
  if (EXCEPTIONS.some((exception) => exception.from === from && exception.to === name)) return null;
  if (mayImportTypes(layer, name))
    return typeOnly ? null : `${layer.name} may import ${name} as types only (import type)`;
  return `${layer.name} must not import ${name} (${target})`;
}

export function arrowProblems({ path: from, imports }) {
  const layer = layerOf(from);
  if (!layer)
    return [
      { path: from, line: 1, rule: 'arrows', message: 'this folder is no part of the tree in scripts/lint/layers.mjs' },
    ];
  if (layer.open) return [];
  return imports.flatMap(({ specifier, line, typeOnly }) => {
    const target = targetPath(from, specifier);
    const message = target === null ? packageProblem(layer, specifier) : treeProblem(layer, from, target, typeOnly);
    return message ? [{ path: from, line, rule: 'arrows', message }] : [];
  });
}
