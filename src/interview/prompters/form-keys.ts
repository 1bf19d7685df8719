import { ASIDES, type Aside, asideTyped, isWay, type Option, type Reply, type Row, type Value } from './prompter.ts';

/** Letters that answer a question of a form, beside its own. */
const LETTERS: Partial<Record<Aside, string>> = { not_known: 'u', disputed: 'd', not_yet: 't' };

/** A key of a form, and what it answers. */
export interface FormKey {
  readonly key: string;
  readonly says: string;
  readonly reply: Reply<Value>;
}

/** As many options have a number key each; of more, the number is typed and Enter pressed. */
const DIGITS = 9;

/** The keys that answer a question with options, in the order in which they are shown. */
export function keysOf({ options = [], asides }: Pick<Row, 'options' | 'asides'>): FormKey[] {
  const others = asides.flatMap((aside) => {
    const key = LETTERS[aside];
    return key && !isWay(aside) ? [{ key, says: ASIDES[aside].name.toLowerCase(), reply: { aside } }] : [];
  });
  return [...options.map((option, i) => ({ key: keyOf(option, i), says: option.name, reply: option })), ...others].map(
    ({ key, says, reply }) => ({ key, says, reply: 'value' in reply ? { value: reply.value } : reply }),
  );
}

const keyOf = ({ letter }: Option<Value>, i: number): string => letter ?? String(i + 1);

/** Whether the number of an option has to be typed out. */
export const isTyped = ({ options = [] }: Pick<Row, 'options'>): boolean =>
  options.filter(({ letter }) => !letter).length > DIGITS;

/** What a typed line answers to a question of a form, or a sentence on what is wrong with it. */
export function replyTo(row: Row, typed: string): Reply<Value> | { readonly problem: string } {
  const line = typed.trim();
  const aside = asideTyped(line, row.asides);
  if (aside && line !== '') return { aside };
  if (row.read) return row.read(line);
  const keys = keysOf(row);
  const found = keys.find(({ key, says }) => [key, says.toLowerCase()].includes(line.toLowerCase()));
  if (found) return found.reply;
  if (isTyped(row)) return named(row, keys, line);
  return { problem: `Type ${keys.map(({ key }) => key).join(', ')}, or Enter to leave it for now.` };
}

/** Of many options, the only one whose name begins as typed. */
function named(row: Row, keys: readonly FormKey[], line: string): Reply<Value> | { readonly problem: string } {
  const begun = /[a-z]/i.test(line) ? keys.filter(({ says }) => says.toLowerCase().startsWith(line.toLowerCase())) : [];
  const [only, ...others] = begun;
  if (only && others.length === 0) return only.reply;
  const hint = row.hint ?? 'Type the name of one of them, or its number.';
  if (!only) return { problem: `That is not in the list. ${hint}` };
  return { problem: `Several begin like that: ${begun.map(({ says }) => says).join(', ')}. Type more of the name.` };
}

/** The keys of a question in words: what each answers. */
export function keysInWords(row: Row): string {
  if (!row.read) {
    const all = keysOf(row);
    const keys = all.slice(0, row.named).map(({ key, says }) => `${key}: ${says}`);
    const others = keys.length < all.length ? ` Or type another in words; \`?\` lists all ${all.length}.` : '';
    return keys.length > 0 ? `Type ${keys.join(', ')}.${others}` : '';
  }
  const typed = row.asides.filter((aside) => !isWay(aside)).map((aside) => `\`${ASIDES[aside].words[0]}\``);
  return [row.hint, typed.length > 0 ? `Or type ${typed.join(' or ')}.` : ''].filter(Boolean).join(' ');
}
