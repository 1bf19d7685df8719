import type { CaseFile } from '../../case/file/case-schema.ts';
import { type Diagnostic, error, type Path } from '../../messages/diagnostic.ts';
import { joined, known, names, type Safe, safe } from '../../messages/safe.ts';
import { didYouMean, oneOf, quoted } from '../../messages/suggest.ts';
import { type Assessment, FINDING_STATES, type QuestionResult, STANDINGS } from '../case/assessment.ts';
import { decisionConcerns, sameAs } from '../case/decisions.ts';

/** Where an assessment is not what a worked case says it is to be; nothing where it is. */
export function compare(expect: CaseFile['expect'], assessment: Assessment): Diagnostic[] {
  return [
    ...entries('questions', expect?.questions, (id, wanted) => question(id, [wanted].flat(), assessment)),
    ...entries('clauses', expect?.clauses, (id, wanted) => clause(id, wanted, assessment)),
    ...entries('findings', expect?.findings, (id, wanted) =>
      typeof wanted === 'string' ? finding(id, wanted, assessment) : eachFinding(id, wanted, assessment),
    ),
    ...entries('standings', expect?.standings, (id, wanted) => standing(id, wanted, assessment)),
    ...entries('deciders', expect?.deciders, (id, wanted) => deciders(id, [wanted].flat(), assessment)),
    ...items('rules', expect?.rules, (id) => rule(id, assessment)),
    ...items('diagnostics', expect?.diagnostics, (code) => diagnostic(code, assessment)),
  ];
}

/** How the assessment differs from what is expected, and a name that stands for nothing; nothing where it does not. */
type Says = Safe | { readonly says: Safe; readonly shown: string } | undefined;

function entries<T>(
  part: string,
  wanted: Record<string, T> | undefined,
  check: (id: string, t: T) => Says,
): Diagnostic[] {
  return Object.entries(wanted ?? {}).flatMap(([id, value]) => mismatch([part, id], check(id, value)));
}

function items(part: string, wanted: readonly string[] | undefined, check: (id: string) => Says): Diagnostic[] {
  return (wanted ?? []).flatMap((id, i) => mismatch([part, i], check(id)));
}

function mismatch(place: Path, differs: Says): Diagnostic[] {
  if (differs === undefined) return [];
  const path = ['expect', ...place];
  if (typeof differs === 'string') return [error('not_as_expected', differs, path)];
  return [error('not_as_expected', differs.says, path, { shown: differs.shown })];
}

const isNone = (what: Safe, id: string, right: readonly Safe[]): Says => ({
  says: safe`The packs of this case have no such ${what}.${didYouMean(id, right)}`,
  shown: quoted(id),
});

/** An id stands for itself in every pack of the case; `pack.id` is the one of that pack. */
const isNamed = (id: string, own: string, pack: { readonly pack: { readonly pack: string } }): boolean =>
  id === own || id === `${pack.pack.pack}.${own}`;

function question(id: string, wanted: readonly string[], { questions }: Assessment): Says {
  const results = questions.filter((q) => isNamed(id, q.id, q.pack));
  if (results.length === 0)
    return isNone(
      safe`question`,
      id,
      questions.map((q) => q.id),
    );
  const right = [...names(results.flatMap((q) => Object.keys(q.compiled.question.outcomes))), ...NO_OUTCOME];
  const wrong = wanted.find((outcome) => !right.some((one) => one === outcome));
  if (wrong !== undefined) {
    const says = safe`\`${known(id)}\` has no such outcome: expected ${oneOf(right)}.${didYouMean(wrong, right)}`;
    return { says, shown: quoted(wrong) };
  }
  const isSilent = wanted.length === 1 && wanted[0] === 'silent';
  const other = results.find((q) => !(isSilent ? q.state === 'silent' : sameAs(q.possible, wanted)));
  return other && safe`\`${known(id)}\` is expected to be ${oneOf(names(wanted))}; it is ${possibleInWords(other)}.`;
}

const NO_OUTCOME = [safe`not_in_play`, safe`silent`];

function possibleInWords({ possible, hangsOn, rules }: QuestionResult): Safe {
  const ends = names(possible);
  if (ends.length > 1) return safe`undecided between ${allOf(ends)}, and hangs on ${allOf(hangsOn)}`;
  return rules.length > 0 ? safe`${oneOf(ends)}, by ${oneOf(names(rules))}` : oneOf(ends);
}

/** `a`, `b` and `c`. */
function allOf(words: readonly Safe[]): Safe {
  const all = words.map((word) => safe`\`${word}\``);
  const last = all.at(-1) ?? safe``;
  return all.length < 2 ? last : safe`${joined(all.slice(0, -1))} and ${last}`;
}

/** A state, with whose it is. */
interface Held {
  readonly state: Safe;
  readonly whose: Safe;
}

function finding(id: string, wanted: string, { findings }: Assessment): Says {
  const found = findings.filter((f) => isNamed(id, f.rule, f.pack));
  if (found.length === 0)
    return isNone(
      safe`requirement or indicator`,
      id,
      findings.map((f) => f.rule),
    );
  return differing(
    wanted,
    FINDING_STATES,
    found.map((f) => ({ state: known(f.state), whose: f.rule })),
  );
}

/** The states of something that is asked for each time, in the order of the times. */
function eachFinding(id: string, wanted: readonly string[], { findings }: Assessment): Says {
  const found = findings.filter((f) => isNamed(id, f.rule, f.pack)).map(({ state }) => known(state));
  if (found.join() === wanted.join()) return undefined;
  return safe`\`${known(id)}\` is ${joined(found)}: another list of states is expected.`;
}

function standing(id: string, wanted: string, { questions, standings }: Assessment): Says {
  const found = questions.filter((q) => isNamed(id, q.id, q.pack));
  const right = questions.map((q) => q.id);
  if (found.length === 0) return isNone(safe`question`, id, right);
  const held = found.map((q) => ({ state: known(standings.get(q)?.at ?? 'nowhere'), whose: q.id }));
  return differing(wanted, STANDINGS, held);
}

function deciders(id: string, wanted: readonly string[], { questions, standings }: Assessment): Says {
  const found = questions.filter((q) => isNamed(id, q.id, q.pack));
  const right = questions.map((q) => q.id);
  if (found.length === 0) return isNone(safe`question`, id, right);
  const whose = found.map((q) => names(standings.get(q)?.decider?.who ?? []));
  const other = whose.find((roles) => !sameAs(roles, wanted));
  if (!other) return undefined;
  if (other.length === 0) return safe`It is not known yet who decides on \`${known(id)}\`, or nobody is named to.`;
  return { says: safe`Another role decides on \`${known(id)}\`: ${allOf(other)}.`, shown: quoted(wanted.join(', ')) };
}

function differing(wanted: string, states: readonly string[], held: readonly Held[]): Says {
  const right = names(states);
  if (!states.includes(wanted)) {
    const says = safe`There is no such state: expected ${oneOf(right)}.${didYouMean(wanted, right)}`;
    return { says, shown: quoted(wanted) };
  }
  const other = held.find(({ state }) => state !== wanted);
  return other && safe`Expected \`${known(wanted)}\`; \`${other.whose}\` is \`${other.state}\`.`;
}

const CLAUSE_STATES = [...FINDING_STATES, 'settled', 'undecided', 'silent'];

/** The state of a clause is that of everything that cites it and applies: requirements first, else questions. */
function clause(id: string, wanted: string, assessment: Assessment): Says {
  const held = citing(id, assessment);
  if (held.length === 0) {
    const right = assessment.packs.flatMap(({ pack }) => names(Object.keys(pack.clauses)));
    if (!right.some((one) => one === id)) return isNone(safe`clause`, id, right);
    return safe`No requirement, indicator or rule cites \`${known(id)}\`: it has no state.`;
  }
  const applying = held.filter(({ state }) => state !== 'not_applicable');
  return differing(wanted, CLAUSE_STATES, applying.length > 0 ? applying : held);
}

function citing(id: string, { findings, questions }: Assessment): Held[] {
  const found = findings
    .filter((f) => f.clauses.some((clause) => clause === id))
    .map((f) => ({ state: known(f.state), whose: f.rule }));
  if (found.length > 0) return found;
  return questions
    .filter((q) => q.compiled.rules.some((r) => r.rule.clauses.includes(id)))
    .map((q) => ({ state: known(speaks(q, id) ? q.state : 'not_applicable'), whose: q.id }));
}

const speaks = (q: QuestionResult, id: string): boolean =>
  q.state !== 'not_in_play' && q.clauses.some((clause) => clause === id);

function rule(id: string, { questions }: Assessment): Says {
  if (questions.some((q) => q.rules.some((own) => isNamed(id, own, q.pack)))) return undefined;
  const all = questions.flatMap((q) => q.compiled.rules.map((r) => ({ own: r.id, pack: q.pack })));
  if (!all.some(({ own, pack }) => isNamed(id, own, pack)))
    return isNone(
      safe`rule`,
      id,
      all.map(({ own }) => known(own)),
    );
  const holding = names(questions.flatMap((q) => q.rules));
  const what = holding.length > 0 ? safe`what holds is ${oneOf(holding)}` : safe`no rule does`;
  return safe`\`${known(id)}\` is expected to hold; ${what}.`;
}

/** What the file gives, or what `check` says of decisions: missing, by too few, by another role, overtaken. */
function diagnostic(code: string, assessment: Assessment): Says {
  const decisions = decisionConcerns(assessment).map(({ rule }) => rule);
  const given = [...new Set([...assessment.diagnostics.map((one) => one.code), ...decisions])];
  if (given.some((one) => one === code)) return undefined;
  const says = safe`This diagnostic is expected; given ${given.length > 1 ? safe`are` : safe`is`} ${given.length > 0 ? allOf(given) : safe`none`}.`;
  return { says, shown: quoted(code) };
}
