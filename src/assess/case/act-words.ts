import { joined, known, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Finding } from './assessment.ts';

/** Titles of roles where a pack has none of its own. */
export type RoleTitles = Readonly<Record<string, Safe>>;

/** A role by the pack's own title, else by the usual one. */
export const roleTitle = (role: string, pack: CompiledPack | undefined, usual: RoleTitles): Safe =>
  pack?.pack.roles?.[role] ?? usual[role] ?? known(role.replaceAll('_', ' '));

/** A title within a sentence: `the review conference`, but `the Head of Service` and `the IRO`. */
export const inSentence = (title: string): Safe =>
  known(/^[A-Z][a-z]+(?:[ '-][a-z]+)*$/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** `Lead worker, core group and Head of Service`. */
export function peopleInWords(titles: readonly string[]): Safe {
  const [first = safe``, ...others] = titles.map(inSentence);
  const last = others.pop();
  const all = last === undefined ? first : safe`${joined([first, ...others])} and ${last}`;
  return known(all.charAt(0).toUpperCase() + all.slice(1));
}

/** As many matters of a list are named; the others are counted. */
const NAMED = 2;

/** A requirement as an instruction; of a list of matters, which are missing, and which are only not recorded. */
export function requirementInWords(finding: Finding): Safe {
  const { strength, waitsFor } = finding;
  const act = safe`${STRENGTH_BEFORE[strength]}${bareWords(finding)}`;
  return waitsFor === undefined ? act : safe`Wait until ${waitsFor}. Then: ${act}`;
}

/** Before what a document only recommends: it never turns overdue. */
const STRENGTH_BEFORE = { must: safe``, should: safe`Recommended: `, ideally: safe`Ideally: ` } as const;

function bareWords({ pack, rule, state, says, items = [] }: Finding): Safe {
  const short = pack.pack.requirements[rule]?.brief;
  const left = items.filter((item) => item.state !== 'met');
  const missing = left.map((item) => {
    const name = known(item.says.replace(/[.]$/, ''));
    return item.state === 'unknown' && state === 'outstanding' ? safe`${name} (not recorded)` : name;
  });
  if (short || missing.length === 0) return short ?? says;
  const more = missing.length > NAMED ? safe`; and ${missing.length - NAMED} more` : safe``;
  return safe`${says} ${joined(missing.slice(0, NAMED), safe`; `)}${more}.`;
}

/** Before what is asked for only if a plan or care goes on that nobody has confirmed. */
export const IF_STILL = safe`If it is still so: `;

/** Before what is not recorded: it may be done, and is never told as if it were missing. */
export const UNRECORDED = {
  past_due_unrecorded: safe`Is this done? Record when, or do it now: `,
  unknown: safe`Is this done? If not: `,
} as const;
