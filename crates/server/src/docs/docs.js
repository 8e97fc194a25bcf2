// Shows the API's description, and tries its calls. Everything that comes from the description or
// from an answer is put into the page as text, never as markup.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEEPEST = 6;
let description;

// An element with attributes and children.
function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// Paragraphs, with `code`.
function prose(text) {
  return (text || '').split(/\n\s*\n/).filter(Boolean).map((paragraph) =>
    h('p', {}, ...paragraph.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part))));
}

function resolve(schema) {
  let found = schema || {};
  for (let hops = 0; found.$ref && hops < 20; hops += 1) {
    const named = found.$ref.split('/').slice(1).reduce((at, key) => at && at[key], description) || {};
    const { $ref, ...beside } = found;
    found = { ...named, ...beside };
  }
  return found;
}

function nameOf(schema) {
  return schema && schema.$ref ? schema.$ref.split('/').pop() : '';
}

// The choices of a schema that are not just null.
function choices(schema) {
  return (schema.oneOf || schema.anyOf || []).filter((choice) => choice.type !== 'null');
}

// A short word for a schema's type.
function typeOf(schema) {
  const name = nameOf(schema);
  const found = resolve(schema);
  const options = choices(found);
  const optional = (found.oneOf || found.anyOf || []).length > options.length ? ' or null' : '';
  if (options.length) return options.map(typeOf).join(' | ') + optional;
  if (found.enum) return found.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = [].concat(found.type || (found.properties ? 'object' : 'any'));
  const words = types.map((type) => {
    if (type === 'array') return `list of ${typeOf(found.items)}`;
    if (type === 'string' && found.format) return found.format;
    if (type === 'object' && name) return name;
    return type;
  });
  return words.join(' or ');
}

function limits(schema) {
  const said = [];
  if (schema.minimum !== undefined) said.push(`from ${schema.minimum}`);
  if (schema.maximum !== undefined) said.push(`up to ${schema.maximum}`);
  if (schema.maxLength !== undefined) said.push(`up to ${schema.maxLength} characters`);
  if (schema.default !== undefined && schema.default !== null) said.push(`default ${JSON.stringify(schema.default)}`);
  return said.length ? ` (${said.join(', ')})` : '';
}

// The fields of a schema, its parts' fields folded below them.
function fields(schema, depth = 0) {
  const found = resolve(schema);
  if (depth > DEEPEST) return null;
  if (found.allOf) return h('div', {}, found.allOf.map((part) => fields(part, depth + 1)));
  const options = choices(found);
  if (options.length) return h('div', {}, options.map((option) => fields(option, depth + 1)));
  if (found.type === 'array' || (found.items && !found.properties)) return fields(found.items, depth + 1);
  const properties = Object.entries(found.properties || {});
  if (!properties.length) return null;
  const required = new Set(found.required || []);
  return h('ul', { class: 'fields' }, properties.map(([name, property]) => {
    const whole = resolve(property);
    return h('li', {},
      h('code', {}, name), ' ', h('span', { class: 'type' }, typeOf(property) + limits(whole)),
      required.has(name) ? h('span', { class: 'required' }, ' required') : null,
      whole.description ? h('div', { class: 'note' }, whole.description) : null,
      fields(property, depth + 1));
  }));
}

function json(value) {
  return h('pre', {}, h('code', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2)));
}

function exampleOf(content) {
  if (!content) return undefined;
  if (content.example !== undefined) return content.example;
  const first = Object.values(content.examples || {})[0];
  return first && first.value;
}

function bodyOf(contents) {
  const [kind, content] = Object.entries(contents || {})[0] || [];
  return { kind, content };
}

function parameters(list) {
  if (!list.length) return null;
  return [h('h3', {}, 'Parameters'), h('ul', { class: 'fields' }, list.map((parameter) => h('li', {},
    h('code', {}, parameter.name), ' ',
    h('span', { class: 'type' }, `${parameter.in}, ${typeOf(parameter.schema)}${limits(resolve(parameter.schema))}`),
    parameter.required ? h('span', { class: 'required' }, ' required') : null,
    parameter.description ? h('div', { class: 'note' }, parameter.description) : null)))];
}

function part(title, ...inside) {
  return h('details', { class: 'part' }, h('summary', {}, title), ...inside);
}

function responses(operation) {
  const all = Object.entries(operation.responses || {}).map(([status, response]) => {
    const found = resolve(response);
    const { kind, content } = bodyOf(found.content);
    const example = exampleOf(content);
    const title = [
      h('span', { class: `status ${status < '400' ? 'ok' : 'bad'}` }, status),
      found.description || '', kind ? h('span', { class: 'type' }, ` ${kind}`) : '',
    ];
    const node = content
      ? h('details', { class: 'part' }, h('summary', {}, title), fields(content.schema),
        example === undefined ? null : json(example))
      : h('div', {}, title);
    return { status, node };
  });
  const good = all.filter(({ status }) => status < '400').map(({ node }) => node);
  const bad = all.filter(({ status }) => status >= '400').map(({ node }) => node);
  return [h('h3', {}, 'Answers'), good, bad.length ? part(`Failures (${bad.length})`, ...bad) : null];
}

// The command that does the same from a terminal; the key is not written out.
function curl(method, url, body) {
  const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = [`curl -X ${method.toUpperCase()} ${quote(url)}`, `-H "Authorization: Bearer $KEY"`];
  if (body) lines.push("-H 'Content-Type: application/json'", `-d ${quote(body)}`);
  return lines.join(' \\\n  ');
}

function trial(path, method, operation, list) {
  const { content } = bodyOf(operation.requestBody && operation.requestBody.content);
  const inputs = list.filter((parameter) => parameter.in !== 'header').map((parameter) => {
    const known = parameter.example ?? resolve(parameter.schema).example;
    return { parameter, input: h('input', { placeholder: known === undefined ? '' : String(known), 'aria-label': parameter.name }) };
  });
  const body = content ? h('textarea', { 'aria-label': 'Body', spellcheck: 'false' }) : null;
  if (body) body.value = JSON.stringify(exampleOf(content) ?? {}, null, 2);
  const answer = h('div', { 'aria-live': 'polite' });
  const button = h('button', {}, 'Send');
  const send = async (event) => {
    event.preventDefault();
    let filled = path;
    const query = new URLSearchParams();
    for (const { parameter, input } of inputs) {
      if (parameter.in === 'path') filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value !== '') query.set(parameter.name, input.value);
    }
    const url = location.origin + filled + (query.size ? `?${query}` : '');
    const key = document.getElementById('key').value.trim();
    const headers = {};
    if (key) headers.Authorization = `Bearer ${key}`;
    if (body) headers['Content-Type'] = 'application/json';
    button.disabled = true;
    const begun = performance.now();
    try {
      const response = await fetch(url, { method: method.toUpperCase(), headers, body: body ? body.value : undefined });
      const text = await response.text();
      const took = Math.round(performance.now() - begun);
      let shown = text;
      try { shown = JSON.parse(text); } catch { /* not JSON: shown as it is */ }
      answer.replaceChildren(
        h('p', {}, h('span', { class: `status ${response.ok ? 'ok' : 'bad'}` }, String(response.status)),
          `${response.statusText} in ${took} ms, request ${response.headers.get('x-request-id') || '?'}`),
        text ? json(shown) : '', json(curl(method, url, body && body.value)));
    } catch (error) {
      answer.replaceChildren(h('p', { class: 'bad' }, `No answer: ${error.message}`));
    }
    button.disabled = false;
  };
  return part('Try it', h('form', { onsubmit: send },
    inputs.map(({ parameter, input }) => h('label', { class: 'value' }, h('span', {}, parameter.name), input)),
    body, button), answer);
}

function call(path, method, operation, shared) {
  const list = [...(shared || []), ...(operation.parameters || [])].map(resolve);
  const { kind, content } = bodyOf(operation.requestBody && operation.requestBody.content);
  const example = exampleOf(content);
  const inside = h('div', { class: 'inside' });
  const node = h('details', { class: 'call', id: operation.operationId },
    h('summary', {}, h('span', { class: `method ${method}` }, method.toUpperCase()),
      h('span', { class: 'path' }, path), h('span', { class: 'what' }, operation.summary || '')), inside);
  // What is inside is made when it is first opened: there are many calls.
  node.addEventListener('toggle', () => {
    if (!node.open || inside.hasChildNodes()) return;
    inside.append(...[
      prose(operation.description), parameters(list) || [],
      content ? [h('h3', {}, 'Body'), h('span', { class: 'type' }, kind), fields(content.schema) || '',
        example === undefined ? '' : part('Example', json(example))] : [],
      responses(operation), trial(path, method, operation, list),
    ].flat(2).filter(Boolean));
  });
  node.dataset.text = `${method} ${path} ${operation.summary} ${operation.operationId} ${operation.description || ''}`.toLowerCase();
  return node;
}

function show() {
  const groups = new Map();
  for (const [path, item] of Object.entries(description.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const tag = (operation.tags || ['other'])[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push({ method, operation, node: call(path, method, operation, item.parameters) });
    }
  }
  document.getElementById('version').textContent = description.info.version;
  const nav = document.getElementById('nav');
  const main = document.getElementById('main');
  main.replaceChildren(...prose(description.info.description),
    h('p', {}, 'Send an API key as ', h('code', {}, 'Authorization: Bearer KEY'), ' or ', h('code', {}, 'X-API-Key: KEY'),
      '. clientele key create makes one.'));
  for (const [tag, calls] of groups) {
    nav.append(h('div', {}, h('h2', {}, tag), calls.map(({ method, operation }) => h('a', { href: `#${operation.operationId}`, 'data-for': operation.operationId },
      h('span', { class: `method ${method}` }, method.slice(0, 3).toUpperCase()), ` ${operation.summary || ''}`))));
    main.append(h('section', {}, h('h2', {}, tag), calls.map(({ node }) => node)));
  }
}

function openNamed() {
  const node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (node && node.matches('details')) { node.open = true; node.scrollIntoView(); }
}

function find(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  for (const node of document.querySelectorAll('.call')) {
    node.hidden = !words.every((word) => node.dataset.text.includes(word));
    const link = document.querySelector(`nav a[data-for="${CSS.escape(node.id)}"]`);
    if (link) link.hidden = node.hidden;
  }
  for (const group of document.querySelectorAll('main > section, nav > div')) {
    group.hidden = !group.querySelector('.call:not([hidden]), a:not([hidden])');
  }
}

async function begin() {
  const key = document.getElementById('key');
  key.value = sessionStorage.getItem('key') || '';
  key.addEventListener('input', () => sessionStorage.setItem('key', key.value));
  const search = document.getElementById('find');
  search.addEventListener('input', () => find(search.value));
  addEventListener('hashchange', openNamed);
  try {
    description = await (await fetch('openapi.json')).json();
    show();
    openNamed();
  } catch (error) {
    document.getElementById('loading').textContent = `The description cannot be loaded: ${error.message}`;
  }
}

begin();
