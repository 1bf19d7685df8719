// The small changes that can be made to a file of the program: each is a mistake that a hand could make.
import { parseAst } from 'rolldown/parseAst';

/**
 * @typedef {{ start: number, end: number, from: string, to: string }} Change  A piece of the text, and what stands there instead.
 * @typedef {{ type: string, start: number, end: number, [part: string]: any }} Node
 */

/** @type {Readonly<Record<string, string>>} */
const OPERATORS = {
  ...{ '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  ...{ '&&': '||', '||': '&&', '??': '&&', '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' },
  ...{ '+=': '-=', '-=': '+=', '&&=': '||=', '||=': '&&=' },
};

/** @type {Readonly<Record<string, string>>} */
const METHODS = {
  ...{ some: 'every', every: 'some', min: 'max', max: 'min', find: 'findLast', indexOf: 'lastIndexOf' },
  ...{
    startsWith: 'endsWith',
    endsWith: 'startsWith',
    slice: 'at',
    trimEnd: 'trimStart',
    ceil: 'floor',
    floor: 'ceil',
  },
};

/** Every change of a text in TypeScript, in its order. @param {string} text @returns {Change[]} */
export function changesOf(text) {
  /** @type {Change[]} */
  const changes = [];
  /** @param {number} start @param {number} end @param {string} to */
  const put = (start, end, to) => changes.push({ start, end, from: text.slice(start, end), to });
  walk(/** @type {any} */ (parseAst(text, { lang: 'ts' })), (node) => change(node, text, put));
  return changes.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** @param {Node} node @param {string} text @param {(start: number, end: number, to: string) => void} put */
function change(node, text, put) {
  const { type, start, end, operator } = node;
  if ('left' in node && Object.hasOwn(OPERATORS, operator)) {
    const at = text.indexOf(operator, node.left.end);
    put(at, at + operator.length, /** @type {string} */ (OPERATORS[operator]));
  }
  if (type === 'UnaryExpression' && operator === '!') put(start, start + 1, '');
  if (type === 'Literal' && typeof node.value === 'number') put(start, end, node.value === 0 ? '1' : '0');
  if (type === 'Literal' && typeof node.value === 'boolean') put(start, end, String(!node.value));
  if (type === 'IfStatement' || type === 'ConditionalExpression') {
    for (const always of ['true', 'false']) put(node.test.start, node.test.end, always);
  }
  if (type === 'ExpressionStatement' && node.expression.type === 'CallExpression') put(start, end, ';');
  const method = type === 'CallExpression' ? node.callee.property : undefined;
  if (Object.hasOwn(METHODS, method?.name ?? ''))
    put(method.start, method.end, /** @type {string} */ (METHODS[method.name]));
}

/** What carries a type and a value: only the value is looked into. */
const AROUND = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];

/** @param {unknown} node @param {(node: Node) => void} visit */
function walk(node, visit) {
  if (typeof node !== 'object' || node === null) return;
  const { type, expression } = /** @type {Node} */ (node);
  if (type?.startsWith('TS')) {
    if (AROUND.includes(type)) walk(expression, visit);
    return;
  }
  if (type === 'ImportDeclaration') return;
  if (type !== undefined) visit(/** @type {Node} */ (node));
  for (const part of Object.values(node)) walk(part, visit);
}
