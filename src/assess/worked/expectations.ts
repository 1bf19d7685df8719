import type { CaseFile } from '../../case/file/case-schema.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { didYouMean, inShort, oneOf } from '../../messages/suggest.ts';
import { type Assessment, FINDING_STATES, type QuestionResult } from '../case/assessment.ts';
import { sameAs } from '../case/decisions.ts';

/** A place in `expect` of a worked case, and how the assessment differs from what is expected there. */
export interface Mismatch {
  readonly path: Path;
  readonly says: string;
}

/** Where an assessment is not what a worked case says it is to be; nothing where it is. */
export function compare(expect: CaseFile['expect'], assessment: Assessment): Mismatch[] {
  return [
    ...entries('questions', expect?.questions, (id, wanted) => question(id, [wanted].flat(), assessment)),
    ...entries('clauses', expect?.clauses, (id, wanted) => clause(id, wanted, assessment)),
    ...entries('findings', expect?.findings, (id, wanted) => finding(id, wanted, assessment)),
    ...items('rules', expect?.rules, (id) => rule(id, assessment)),
    ...items('diagnostics', expect?.diagnostics, (code) => diagnostic(code, assessment)),
  ];
}

type Says = string | undefined;

function entries<T>(
  part: string,
  wanted: Record<string, T> | undefined,
  check: (id: string, t: T) => Says,
): Mismatch[] {
  return Object.entries(wanted ?? {}).flatMap(([id, value]) => mismatch([part, id], check(id, value)));
}

function items(part: string, wanted: readonly string[] | undefined, check: (id: string) => Says): Mismatch[] {
  return (wanted ?? []).flatMap((id, i) => mismatch([part, i], check(id)));
}

const mismatch = (path: Path, says: Says): Mismatch[] => (says ? [{ path: ['expect', ...path], says }] : []);

const isNone = (what: string, id: string, known: readonly string[]): string =>
  `The packs of this case have no ${what} \`${inShort(id)}\`.${didYouMean(id, known)}`;

/** An id stands for itself in every pack of the case; `pack.id` is the one of that pack. */
const isNamed = (id: string, own: string, pack: { readonly pack: { readonly pack: string } }): boolean =>
  id === own || id === `${pack.pack.pack}.${own}`;

function question(id: string, wanted: readonly string[], { questions }: Assessment): Says {
  const results = questions.filter((q) => isNamed(id, q.id, q.pack));
  if (results.length === 0)
    return isNone(
      'question',
      id,
      questions.map((q) => q.id),
    );
  const known = [...results.flatMap((q) => Object.keys(q.compiled.question.outcomes)), 'not_in_play', 'silent'];
  const wrong = wanted.find((outcome) => !known.includes(outcome));
  if (wrong !== undefined) {
    return `\`${id}\` has no outcome \`${inShort(wrong)}\`: expected ${oneOf(known)}.${didYouMean(wrong, known)}`;
  }
  const other = results.find((q) => !sameAs(q.possible, wanted));
  return other && `\`${id}\` is expected to be ${oneOf(wanted)}; it is ${possibleInWords(other)}.`;
}

function possibleInWords({ possible, hangsOn, rules }: QuestionResult): string {
  if (possible.length > 1) return `undecided between ${allOf(possible)}, and hangs on ${allOf(hangsOn)}`;
  return rules.length > 0 ? `${oneOf(possible)}, by ${oneOf(rules)}` : oneOf(possible);
}

/** `a`, `b` and `c`. */
const allOf = (words: readonly string[]): string =>
  words
    .map((word) => `\`${word}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ');

/** A state, with whose it is. */
interface Held {
  readonly state: string;
  readonly whose: string;
}

function finding(id: string, wanted: string, { findings }: Assessment): Says {
  const found = findings.filter((f) => isNamed(id, f.rule, f.pack));
  if (found.length === 0)
    return isNone(
      'requirement or indicator',
      id,
      findings.map((f) => f.rule),
    );
  return differing(
    wanted,
    FINDING_STATES,
    found.map((f) => ({ state: f.state, whose: f.rule })),
  );
}

function differing(wanted: string, known: readonly string[], held: readonly Held[]): Says {
  if (!known.includes(wanted)) {
    return `There is no state \`${inShort(wanted)}\`: expected ${oneOf(known)}.${didYouMean(wanted, known)}`;
  }
  const other = held.find(({ state }) => state !== wanted);
  return other && `Expected \`${wanted}\`; \`${other.whose}\` is \`${other.state}\`.`;
}

const CLAUSE_STATES = [...FINDING_STATES, 'settled', 'undecided', 'silent'];

/** The state of a clause is that of everything that cites it and applies: requirements first, else questions. */
function clause(id: string, wanted: string, assessment: Assessment): Says {
  const held = citing(id, assessment);
  if (held.length === 0) {
    const known = assessment.packs.flatMap(({ pack }) => Object.keys(pack.clauses));
    if (!known.includes(id)) return isNone('clause', id, known);
    return `No requirement, indicator or rule cites \`${id}\`: it has no state.`;
  }
  const applying = held.filter(({ state }) => state !== 'not_applicable');
  return differing(wanted, CLAUSE_STATES, applying.length > 0 ? applying : held);
}

function citing(id: string, { findings, questions }: Assessment): Held[] {
  const found = findings.filter((f) => f.clauses.includes(id)).map((f) => ({ state: f.state, whose: f.rule }));
  if (found.length > 0) return found;
  return questions
    .filter((q) => q.compiled.rules.some((r) => r.rule.clauses.includes(id)))
    .map((q) => ({ state: speaks(q, id) ? q.state : 'not_applicable', whose: q.id }));
}

const speaks = (q: QuestionResult, id: string): boolean => q.state !== 'not_in_play' && q.clauses.includes(id);

function rule(id: string, { questions }: Assessment): Says {
  if (questions.some((q) => q.rules.some((own) => isNamed(id, own, q.pack)))) return undefined;
  const all = questions.flatMap((q) => q.compiled.rules.map((r) => ({ own: r.id, pack: q.pack })));
  if (!all.some(({ own, pack }) => isNamed(id, own, pack)))
    return isNone(
      'rule',
      id,
      all.map(({ own }) => own),
    );
  const holding = questions.flatMap((q) => q.rules);
  return `\`${id}\` is expected to hold; ${holding.length > 0 ? `what holds is ${oneOf(holding)}` : 'no rule does'}.`;
}

function diagnostic(code: string, { remarks }: Assessment): Says {
  const given = [...new Set(remarks.map((remark) => remark.code))];
  if (given.includes(code)) return undefined;
  return `The diagnostic \`${inShort(code)}\` is expected; given ${given.length > 0 ? `is ${oneOf(given)}` : 'is none'}.`;
}
