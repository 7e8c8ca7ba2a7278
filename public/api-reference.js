// The API reference: reads /api/openapi.json, lists every operation with an example that runs as copied, and sends
// requests with the key that is typed in (or as whoever is signed in here). Nothing of it is kept.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const root = document.getElementById('reference');
const keyField = document.getElementById('key');

/** An element with attributes and children; texts are set as texts, never as HTML. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function resolverOf(spec) {
  const resolve = (schema) =>
    schema?.$ref
      ? resolve(
          schema.$ref
            .slice(2)
            .split('/')
            .reduce((at, part) => at?.[part], spec),
        )
      : (schema ?? {});
  return resolve;
}

const TEXTS = { 'date-time': new Date().toISOString(), email: 'ana@example.com', uri: 'https://example.com' };

/** A text that can be sent as it is; an id has to be one of the reader's own. */
const textOf = ({ format }, name) => TEXTS[format] ?? (name.endsWith('Id') ? `your-${name}` : `A ${name || 'text'}`);

/** The smallest value that a schema takes: only what is required, and the first of several choices. */
function exampleOf(schema, resolve, depth = 0, name = '') {
  const found = resolve(schema);
  if (depth > 6) return null;
  if (found.example !== undefined) return found.example;
  if (found.default !== undefined) return found.default;
  if (found.const !== undefined) return found.const;
  if (found.enum) return found.enum[0];
  const choice = found.anyOf ?? found.oneOf;
  if (choice) return exampleOf(choice[0], resolve, depth + 1);
  if (found.allOf) return Object.assign({}, ...found.allOf.map((one) => exampleOf(one, resolve, depth + 1)));
  const type = Array.isArray(found.type) ? found.type[0] : found.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (found.required ?? []).map((name) => [name, exampleOf(found.properties?.[name], resolve, depth + 1, name)]),
      );
    case 'array':
      return (found.minItems ?? 0) > 0 ? [exampleOf(found.items, resolve, depth + 1)] : [];
    case 'integer':
    case 'number':
      return found.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return textOf(found, name);
    default:
      return null;
  }
}

const typeOf = (schema, resolve) => {
  const found = resolve(schema);
  if (found.enum) return found.enum.join(' | ');
  if (found.const !== undefined) return JSON.stringify(found.const);
  const choice = found.anyOf ?? found.oneOf;
  if (choice) return choice.map((one) => typeOf(one, resolve)).join(' or ');
  if (found.type === 'array') return `list of ${typeOf(found.items, resolve)}`;
  const type = Array.isArray(found.type) ? found.type.join(' or ') : found.type;
  return [type ?? 'any', found.format].filter(Boolean).join(', ');
};

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

function curlOf({ method, path, isOpen, body }) {
  const lines = [`curl -X ${method.toUpperCase()} ${quoted(location.origin + path)}`];
  if (!isOpen) lines.push('-H "Authorization: Bearer $KEY"');
  if (body !== undefined) lines.push("-H 'content-type: application/json'", `-d ${quoted(JSON.stringify(body))}`);
  return lines.join(' \\\n  ');
}

function fieldsOf(parameters, resolve) {
  return parameters.map((parameter) => {
    const id = `${crypto.randomUUID()}`;
    const input = h('input', { id, autocomplete: 'off', spellcheck: 'false' });
    const facts = `${parameter.in}, ${typeOf(parameter.schema, resolve)}${parameter.required ? ', required' : ''}`;
    const label = h('label', { for: id }, h('b', {}, parameter.name), ' ', h('small', {}, facts));
    return { parameter, input, row: h('div', { class: 'field' }, label, input) };
  });
}

function addressOf(path, fields) {
  const filled = (kind) => fields.filter(({ parameter, input }) => parameter.in === kind && input.value !== '');
  const way = filled('path').reduce(
    (at, { parameter, input }) => at.replace(`{${parameter.name}}`, encodeURIComponent(input.value)),
    path,
  );
  const query = new URLSearchParams(filled('query').map(({ parameter, input }) => [parameter.name, input.value]));
  return `${way}${query.size > 0 ? `?${query}` : ''}`;
}

async function send({ method, path, fields, text, isOpen }, said) {
  said.replaceChildren('Sending …');
  const headers = Object.fromEntries(
    fields
      .filter(({ parameter, input }) => parameter.in === 'header' && input.value)
      .map(({ parameter, input }) => [parameter.name, input.value]),
  );
  if (!isOpen && keyField.value) headers.authorization = `Bearer ${keyField.value.trim()}`;
  if (text !== undefined) headers['content-type'] = 'application/json';
  const began = performance.now();
  try {
    const answer = await fetch(addressOf(path, fields), { method: method.toUpperCase(), headers, body: text });
    const body = await answer.text();
    let shown = body;
    try {
      shown = JSON.stringify(JSON.parse(body), null, 2);
    } catch {
      // Not JSON: it is shown as it is.
    }
    const took = `${answer.status} ${answer.statusText}, ${Math.round(performance.now() - began)} ms, request ${answer.headers.get('x-request-id') ?? 'unknown'}`;
    said.replaceChildren(h('p', {}, took), h('pre', { tabindex: '0' }, shown.slice(0, 20_000)));
  } catch (error) {
    said.replaceChildren(`Nothing was answered: ${error.message}`);
  }
}

/** What is inside an operation, made when it is first opened: there are many. */
function insideOf({ method, path, operation, shared, resolve }) {
  const parameters = [...shared, ...(operation.parameters ?? [])].map(resolve);
  const fields = fieldsOf(parameters, resolve);
  const isOpen = operation.security?.length === 0;
  const schema = resolve(operation.requestBody)?.content?.['application/json']?.schema;
  const body = schema ? exampleOf(schema, resolve) : undefined;
  const id = crypto.randomUUID();
  const area = schema ? h('textarea', { id, rows: '6', spellcheck: 'false' }) : null;
  if (area) area.value = JSON.stringify(body, null, 2);
  const said = h('div', { role: 'status', class: 'said' });
  const onsubmit = (event) => {
    event.preventDefault();
    void send({ method, path, fields, text: area?.value, isOpen }, said);
  };
  return [
    operation.description ? h('p', {}, operation.description) : null,
    h('h4', {}, 'Example'),
    h('pre', { tabindex: '0' }, curlOf({ method, path, isOpen, body })),
    h(
      'form',
      { onsubmit },
      ...fields.map(({ row }) => row),
      area ? h('div', { class: 'field' }, h('label', { for: id }, h('b', {}, 'Body')), area) : null,
      h('button', {}, 'Send'),
    ),
    said,
    h('h4', {}, 'Answers'),
    h(
      'ul',
      {},
      ...Object.entries(operation.responses ?? {}).map(([status, answer]) =>
        h('li', {}, h('code', {}, status), ' ', resolve(answer).description ?? ''),
      ),
    ),
  ].filter((part) => part !== null);
}

function operationOf(facts) {
  const { method, path, operation } = facts;
  const summary = h(
    'summary',
    {},
    h('code', { class: 'method' }, method.toUpperCase()),
    h('code', {}, path),
    h('span', {}, operation.summary ?? ''),
  );
  const details = h('details', { id: operation.operationId ?? `${method}-${path}` }, summary);
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) details.append(...insideOf(facts));
  });
  return details;
}

const answer = await fetch('/api/openapi.json');
const spec = await answer.json();
const resolve = resolverOf(spec);
const groups = new Map();
for (const [path, item] of Object.entries(spec.paths)) {
  for (const method of METHODS.filter((one) => item[one])) {
    const operation = item[method];
    const tag = operation.tags?.[0] ?? 'others';
    groups.set(tag, [
      ...(groups.get(tag) ?? []),
      operationOf({ method, path, operation, shared: item.parameters ?? [], resolve }),
    ]);
  }
}
const tags = [...groups.keys()];
root.replaceChildren(
  h(
    'nav',
    { 'aria-label': 'Resources' },
    h('ul', {}, ...tags.map((tag) => h('li', {}, h('a', { href: `#${tag}` }, tag)))),
  ),
  ...tags.map((tag) => h('section', { id: tag }, h('h2', {}, tag), ...groups.get(tag))),
);
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
