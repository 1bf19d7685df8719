import { daysOf } from '../../assess/case/due.ts';
import { holds } from '../../assess/case/evaluate.ts';
import { hangOn, hangsOn, type Masks, truthIn } from '../../assess/case/project.ts';
import { provenanceOf } from '../../case/file/entry-value.ts';
import { inputsOf } from '../../facts/derivations/table.ts';
import { YES } from '../../facts/knowledge.ts';
import type { Diagram } from '../../logic/diagram.ts';
import { support } from '../../logic/walks.ts';
import type { CompiledPack, CompiledQuestion, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { anchorsOf } from '../../policy/pack/anchors.ts';
import { testsOf } from '../../policy/pack/condition.ts';
import { isPlanNow } from '../../report/words/after-death.ts';
import { type CaseView, isUrgentNow } from './case-view.ts';
import { type AskedKeys, isClosed, isLeft, isRuledOut, isSettled, openInputs, reach } from './inputs.ts';

/** What each pack of a case knows, leaving open what a date still to be asked for could change. */
export type Open = ReadonlyMap<CompiledPack, Masks>;

/**
 * A time counted to the day of the assessment is not final while the date that it ends with may still be given, nor is
 * what the file shows while what it would show may still be answered.
 */
export function leaveOpen(view: CaseView, asked: AskedKeys): Open {
  const isOpen = (pack: CompiledPack, fact: string): boolean => {
    const how = pack.facts.get(fact)?.derive;
    const { ends = [], tested = [] } = how ? inputsOf(how) : {};
    // What is shown already stays so, whatever else is answered
    const looked = view.sheet.states.get(fact)?.known === YES ? [] : tested.map(([other]) => other);
    return [...ends, ...looked].some((other) => reach(other, view, asked).open.length > 0);
  };
  return new Map(
    [...view.masks].map(([pack, known]) => [
      pack,
      pack.variables.map(({ fact }, v) => (isOpen(pack, fact) ? undefined : known[v])),
    ]),
  );
}

/** The facts whose answer can still change an outcome, a requirement, evidence, a due date or a check of answers. */
export function factsThatMatter(view: CaseView, open: Open, asked: AskedKeys): Set<string> {
  const matter = [...open].flatMap(([pack, known]) => [
    ...factsOfPack(pack, known, view),
    ...urgentFacts(pack, known),
    ...dates(pack, known, view),
    ...assumptions(pack, known, view, asked),
  ]);
  return new Set([...matter, ...checks(open, view)]);
}

/**
 * Of a child who has died: whether there was a plan, which is to be recorded as ended, and what shows that a duty is done
 * which surely remains. Nothing is asked about the life of the child.
 */
export function factsThatRemain(view: CaseView, open: Open, asked: AskedKeys): Set<string> {
  const plans = [...factsThatMatter(view, open, asked)].filter((id) => {
    const fact = view.book.scope.facts.get(id);
    return fact !== undefined && isPlanNow(fact);
  });
  const remaining = [...open].flatMap(([pack, known]) => [
    ...hangOn(
      pack,
      surely(pack, known, view).flatMap((r) => [r.evidence, r.unbarred]),
      known,
    ),
    ...dates(pack, known, view),
  ]);
  return new Set([...plans, ...remaining]);
}

/** Facts that are taken to be no while a list is open that could show otherwise, where that would change something. */
function assumptions(pack: CompiledPack, known: Masks, view: CaseView, asked: AskedKeys): string[] {
  const isAssumed = ({ fact }: { readonly fact: string }): boolean => {
    const how = pack.facts.get(fact)?.derive;
    return how !== undefined && inputsOf(how).isAssumed && reach(fact, view, asked).open.length > 0;
  };
  const assumed = pack.variables.filter(isAssumed);
  return bearingIfOpen(
    assumed.map(({ fact }) => fact),
    pack,
    known,
    view,
  );
}

/** Which of some facts would matter if they were not known, in the order in which they would. */
function bearingIfOpen(facts: readonly string[], pack: CompiledPack, known: Masks, view: CaseView): string[] {
  const own = new Set(facts.flatMap((fact) => pack.variableOf.get(fact) ?? []));
  if (own.size === 0) return [];
  const opened = known.map((mask, v) => (own.has(v) ? undefined : mask));
  const touching = lookedAt(pack, opened, view).filter((d) => support(d).some((v) => own.has(v)));
  return hangOn(pack, touching, opened).filter((fact) => facts.includes(fact));
}

/** Facts that something hangs on which is looked at. */
const factsOfPack = (pack: CompiledPack, known: Masks, view: CaseView): string[] =>
  hangOn(pack, lookedAt(pack, known, view), known);

/** Each outcome, and whether something is asked for; and the evidence of what is asked for surely, and what bars it. */
function lookedAt(pack: CompiledPack, known: Masks, view: CaseView): Diagram[] {
  const isAsked = (question: string): boolean => view.asks.get(pack)?.has(question) ?? false;
  return [
    ...pack.questions.filter(({ id }) => isAsked(id)).flatMap((q) => [q.route, ...whoDecides(q, pack)]),
    ...pack.requirements.filter((r) => isAsked(r.requirement.question)).map((r) => r.applies),
    ...pack.indicators.filter((i) => isAsked(i.indicator.question)).map((i) => i.applies),
    ...surely(pack, known, view).flatMap((r) => [r.evidence, r.unbarred]),
  ];
}

/** Who decides, where that depends on the case; it matters wherever the question arises. */
const whoDecides = ({ deciders, inPlay }: CompiledQuestion, { diagrams }: CompiledPack): Diagram[] =>
  deciders.filter((d) => d !== diagrams.yes).map((d) => diagrams.and(inPlay, d));

/** The requirements that apply whatever the answers still missing, of the questions about which something is asked. */
export const surely = (pack: CompiledPack, known: Masks, view: CaseView): CompiledRequirement[] =>
  pack.requirements.filter((r) => surelyApplies(r, pack, known, view));

/** Whether one of them does. */
export const surelyApplies = (
  { requirement, applies }: CompiledRequirement,
  pack: CompiledPack,
  known: Masks,
  { asks }: CaseView,
): boolean => asks.get(pack)?.has(requirement.question) === true && truthIn(pack, applies, known) === true;

/**
 * What is asked before the rest, whatever is happening: the answers that show whether something urgent has happened, and
 * once it has, those on which its question hangs.
 */
export function urgentFacts(pack: CompiledPack, known: Masks): string[] {
  const isAnswer = (id: string): boolean => {
    const fact = pack.facts.get(id);
    return fact !== undefined && !fact.derive && !fact.record && fact.type !== 'date';
  };
  return pack.questions.flatMap((compiled) => {
    const { question, inPlay, route, rules } = compiled;
    if (isUrgentNow(compiled, pack, known)) return hangsOn(pack, route, known);
    const arises = question.urgent === 'yes' ? hangsOn(pack, inPlay, known) : [];
    const urgent = rules.filter(({ rule }) => question.outcomes[rule.outcome]?.urgent !== undefined);
    const alone = urgent.flatMap(({ meets }) => (support(meets).length === 1 ? hangsOn(pack, meets, known) : []));
    const open = hangsOn(pack, route, known);
    return [...arises, ...alone.filter((fact) => open.includes(fact as never))].filter(isAnswer);
  });
}

/** The facts that tell which questions for decision arise. */
export const tellingFacts = (pack: CompiledPack, known: Masks): string[] =>
  hangOn(
    pack,
    pack.questions.map(({ inPlay }) => inPlay),
    known,
  );

/** Dates without which it cannot be said by when something is due, or whether it was done in time. */
function dates(pack: CompiledPack, known: Masks, view: CaseView): string[] {
  const { sheet } = view;
  return surely(pack, known, view).flatMap(({ requirement: { due, done, kind }, evidence }) => {
    if (!due) return [];
    const isDone = truthIn(pack, evidence, known) === true;
    const anchors = anchorsOf(due).some((anchor) => daysOf(sheet, anchor)) ? [] : anchorsOf(due);
    const days = done !== undefined && isDone && !daysOf(sheet, done) ? [done] : [];
    return !isDone || isDated(evidence, pack, sheet) || kind === 'deadline' ? [...anchors, ...days] : [];
  });
}

const isDated = (evidence: Diagram, { variables }: CompiledPack, { states }: CaseView['sheet']): boolean =>
  support(evidence).some((v) => provenanceOf(states.get(variables[v]?.fact as string)?.entry).date !== undefined);

/** Derived facts that would show whether an answer which matters agrees with the record. */
function checks(open: Open, view: CaseView): string[] {
  const { book, sheet } = view;
  return book.vocabulary.contradictions.flatMap(({ when }) => {
    if (holds(when, sheet) !== undefined) return [];
    const facts = testsOf(when).map(({ fact }) => fact);
    const bears = [...open].some(([pack, known]) => bearingIfOpen(facts, pack, known, view).length > 0);
    return bears ? facts.filter((fact) => book.scope.facts.get(fact)?.derive) : [];
  });
}

/** Whether a fact is to be put to the worker itself: it is not worked out from elsewhere, or that did not settle it. */
export function isAskable(id: string, view: CaseView, asked: AskedKeys): boolean {
  const fact = view.book.scope.facts.get(id);
  if (!fact || isClosed(id, view, asked) || isRuledOut(id, view) || isLeft(id, view, asked)) return false;
  if (!fact.derive) return true;
  return fact.asks !== undefined && !isSettled(id, view) && openInputs(id, view, asked).length === 0;
}
