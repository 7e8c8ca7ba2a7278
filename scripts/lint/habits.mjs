// House rules that can be seen in one file.
const MAY_EXPORT_DEFAULT = [
  /^app\/routes\//,
  /^app\/(root|entry\.\w+|routes)\.tsx?$/,
  /^workers\/index\.ts$/,
  // Workers of the benchmarks.
  /^scripts\/bench\/((bare|render)\/worker|support\/(counting|past-trouble))\.(mjs|ts)$/,
  /\.config\.(ts|mjs)$/,
  /\.d\.ts$/,
  /^test\//,
];
const MAX_LINES = 300;

const isProductDomain = (path) => /^domain\//.test(path) && !/\.test(ing)?\.ts$|\/testing\//.test(path);

function purityProblems({ path, impure }) {
  if (!isProductDomain(path)) return [];
  return impure.map(({ what, line }) => ({
    path,
    line,
    rule: 'purity',
    message: `${what}: the domain gets time, chance and the world as arguments`,
  }));
}

const interfaceProblems = ({ path, interfaces }) =>
  path.endsWith('.d.ts')
    ? []
    : interfaces.map((line) => ({ path, line, rule: 'types', message: 'write `type`, not `interface`' }));

const defaultProblems = ({ path, defaultExports }) =>
  MAY_EXPORT_DEFAULT.some((allowed) => allowed.test(path))
    ? []
    : defaultExports.map((line) => ({ path, line, rule: 'names', message: 'export it by name, not as default' }));

export const habitProblems = (module) => [
  ...purityProblems(module),
  ...interfaceProblems(module),
  ...defaultProblems(module),
];

/** Worth a look, no error. */
export const lengthWarnings = ({ path, lines }) =>
  lines > MAX_LINES
    ? [{ path, line: lines, rule: 'length', message: `${lines} lines: does it answer one question?` }]
    : [];
