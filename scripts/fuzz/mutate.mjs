// Ways of spoiling a text: byte by byte, line by line, word by word, key by key, value by value.
import { BYTES, KEYS, PIECES, SCALARS } from './edges.mjs';

const VALUE = /^(\s*(?:- )?[\w.-]+:[ \t]+)(\S.*)$/;
const KEY = /^(\s*(?:- )?)([\w.-]+)(:.*)$/;

/** Each gives the spoilt text, or bytes where it is none any more. */
export const WAYS = {
  bytes: (text, dice) => {
    const bytes = Buffer.from(text);
    const at = dice.below(bytes.length + 1);
    const way = dice.below(4);
    if (way === 0) return Buffer.concat([bytes.subarray(0, at), Buffer.from(dice.pick(BYTES)), bytes.subarray(at)]);
    if (way === 1) return bytes.subarray(0, at);
    if (way === 2)
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + dice.below(40)))]);
    if (at < bytes.length) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << dice.below(8)), at);
    return bytes;
  },
  lines: (text, dice) => {
    const lines = text.split('\n');
    const [a, b] = [dice.below(lines.length), dice.below(lines.length)];
    const way = dice.below(5);
    if (way === 0) lines.splice(a, 1);
    else if (way === 1) lines.splice(b, 0, lines[a]);
    else if (way === 2) [lines[a], lines[b]] = [lines[b], lines[a]];
    else if (way === 3) lines[a] = `${' '.repeat(dice.below(6))}${lines[a].trimStart()}`;
    else lines[a] = `${'\t'.repeat(dice.below(3))}${lines[a]}`;
    return lines.join(dice.chance(0.1) ? '\r\n' : dice.chance(0.05) ? '\r' : '\n');
  },
  words: (text, dice) => {
    const words = text.split(/(\s+)/);
    const at = dice.below(words.length);
    const other = dice.chance(0.5) ? words[dice.below(words.length)] : dice.pick(PIECES);
    return [...words.slice(0, at), other, ...words.slice(at + (dice.chance(0.5) ? 1 : 0))].join('');
  },
  keys: (text, dice) =>
    changed(text, KEY, dice, ([, before, key, rest], lines) => {
      const other = dice.chance(0.4) ? dice.pick(KEYS) : (KEY.exec(dice.pick(lines))?.[2] ?? `${key}x`);
      return `${before}${other}${rest}`;
    }),
  values: (text, dice) =>
    changed(text, VALUE, dice, ([, before], lines) => {
      const other = dice.chance(0.7) ? dice.pick(SCALARS) : (VALUE.exec(dice.pick(lines))?.[2] ?? '');
      return `${before}${other}`;
    }),
};

function changed(text, form, dice, change) {
  const lines = text.split('\n');
  const places = lines.flatMap((line, i) => (form.test(line) ? [i] : []));
  if (places.length === 0) return text;
  const at = dice.pick(places);
  lines[at] = change(form.exec(lines[at]), lines);
  return lines.join('\n');
}

const NAMES = Object.keys(WAYS);

/** A text spoilt in one place or several; mostly so that it can still be read. */
export function spoilt(text, dice, names = NAMES) {
  let result = text;
  for (
    let left = dice.weighted([
      [1, 6],
      [2, 2],
      [5, 1],
    ]);
    left > 0 && typeof result === 'string';
    left--
  ) {
    result = WAYS[dice.pick(names)](result, dice);
  }
  return result;
}

/** A text of any nesting of lists and groups, well-formed or nearly. */
export function anyYaml(dice, depth = 0) {
  const pad = '  '.repeat(depth);
  const lines = Array.from({ length: 1 + dice.below(4) }, () => {
    const key = dice.chance(0.3) ? '-' : `${dice.pick(KEYS) || '""'}:`;
    if (depth < 5 && dice.chance(0.4)) return `${pad}${key}\n${anyYaml(dice, depth + 1)}`;
    return `${pad}${key} ${dice.pick(SCALARS)}`;
  });
  return lines.join('\n');
}

/** Lists or groups within one another, to any depth. */
export function deep(dice) {
  const depth = dice.pick([39, 40, 41, 100, 1000, 10_000]);
  const [open, close] = dice.pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['- ', ''],
    ['[{a: ', '}]'],
    ['? ', ''],
  ]);
  return open.repeat(depth) + (dice.chance(0.5) ? `x${close.repeat(depth)}` : '');
}
