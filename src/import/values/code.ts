import { CATEGORIES } from '../../facts/categories.ts';
import { LEGAL_STATUSES, type LegalStatus, PLACEMENT_CODES, type Placement } from '../../facts/records/codes.ts';
import { known, type Safe } from '../../messages/safe.ts';
import type { Codes } from '../map/map-schema.ts';
import type { Category } from '../records.ts';

/** A text without the letter of a list (`k) P1: …`), in one case, with single spaces. */
const folded = (text: string): string =>
  // most are nothing but a code
  /^[A-Z0-9]{1,4}$/.test(text)
    ? text
    : text
        .trim()
        .replace(/^[a-z]{1,2}\)\s*/i, '')
        .replace(/[\s\u00a0]+/g, ' ')
        .toUpperCase();

/** The code at the beginning: `C2: FCO`, `V2 Single period`, `NEG - Neglect`, `K3`. */
const CODE_FIRST = /^([A-Z]{1,3}\d{0,2}[A-Z]?)(?=$|[\s:.,–-])/;

const isOneOf = <T extends string>(codes: Readonly<Record<T, unknown>>, code: string): code is T =>
  Object.hasOwn(codes, code);

function leadingCode<T extends string>(codes: Readonly<Record<T, unknown>>, text: string): T | undefined {
  const code = CODE_FIRST.exec(text)?.[1] ?? '';
  if (!isOneOf(codes, code)) return undefined;
  // a second code makes it none: `V2 or V4`
  const rest = text.slice(code.length).match(/\b[A-Z]\d{1,2}\b/g) ?? [];
  return rest.some((other) => isOneOf(codes, other) && other !== code) ? undefined : code;
}

/** A category of abuse, by its code or a word that can mean no other; undefined where the text leaves it open. */
export function categoryIn(text: string, { category }: Codes): Category | undefined {
  const plain = folded(text);
  if (isOneOf(CATEGORIES, plain)) return plain;
  if (/^MUL(TIPLE)?\b/.test(plain)) return 'MUL';
  if (/\b(?:NO|NOT|NONE|UNKNOWN)\b/.test(plain)) return undefined;
  const words = Object.entries(category.words).filter(([word]) => plain.includes(word.toUpperCase()));
  const found = new Set<string>(words.map(([, code]) => code));
  for (const code of plain.match(/\b[A-Z]{3}\b/g) ?? []) if (isOneOf(CATEGORIES, code)) found.add(code);
  const [one, ...others] = found;
  return others.length === 0 && one !== undefined && isOneOf(CATEGORIES, one) ? one : undefined;
}

/** The legal status of a looked-after child; undefined for a group of them, or for another order. */
export function statusIn(text: string, { status }: Codes): LegalStatus | undefined {
  const plain = folded(text);
  const word = Object.entries(status.words).find(([words]) => words.toUpperCase() === plain)?.[1] ?? '';
  return leadingCode(LEGAL_STATUSES, plain) ?? (isOneOf(LEGAL_STATUSES, word) ? word : undefined);
}

/** Another order that a text names; it does not make a child looked after. */
export function orderIn(text: string, { orders }: Codes): Safe | undefined {
  const plain = folded(text);
  const found = Object.entries(orders).find(([word]) => new RegExp(`\\b${word.toUpperCase()}\\b`).test(plain));
  return found && known(found[1]);
}

/** The placement; undefined for a group of them, such as "foster placement". */
export const placementIn = (text: string): Placement | undefined => leadingCode(PLACEMENT_CODES, folded(text));

/** A code out of a list that a map names. */
export function codeIn(text: string, codes: Iterable<string>): string | undefined {
  const code = /^([A-Z]{1,2}\d{0,2}[A-Z]?)(?=$|[\s:.,–-])/.exec(folded(text))?.[1];
  for (const one of codes) if (one === code) return one;
  return undefined;
}

/** Yes or no, in the ways in which returns say it. */
export function flagIn(text: string): boolean | undefined {
  const plain = folded(text);
  if (/^(?:Y|YES|TRUE|1)$/.test(plain)) return true;
  return /^(?:N|NO|FALSE|0)$/.test(plain) ? false : undefined;
}

/** A number of things. */
export const countIn = (text: string): number | undefined =>
  /^\d{1,3}(?:\.0+)?$/.test(text) ? Math.trunc(Number(text)) : undefined;

const LONGEST_ID = 64;

/**
 * An id without spaces around it, in memory of its own; undefined where it is too long to be one. Programs that take an
 * id for a number write `1234.0`.
 */
export function idIn(text: string): string | undefined {
  const id = text.trim().replace(/^(\d{1,20})\.0$/, '$1');
  if (id.length > LONGEST_ID) return undefined;
  // a longer part of a text would keep all of that text in memory
  return id.length < 13 ? id : Buffer.from(id).toString();
}
