import { outcomes } from '../logic/walks.ts';
import { CONFLICT, type CompiledPack, type CompiledQuestion, GAP, NOT_IN_PLAY } from '../policy/compile.ts';
import type { QuestionResult, QuestionState } from './assessment.ts';
import { hangsOn, type Masks, overPossible, possibleEnds, truthIn } from './project.ts';

/** What a pack says on each of its questions, for what is known. */
export function assessQuestions(pack: CompiledPack, masks: Masks): QuestionResult[] {
  return pack.questions.map((question) => assessQuestion(pack, question, masks));
}

function assessQuestion(pack: CompiledPack, compiled: CompiledQuestion, masks: Masks): QuestionResult {
  const possible = endsOf(pack, compiled, masks)
    .flatMap((end) => named(end, pack, compiled, masks))
    .sort(inOrder(compiled));
  const state = stateOf(possible, compiled);
  const outcome = possible.length === 1 ? possible[0] : undefined;
  const holding = compiled.rules.filter((r) => r.rule.outcome === outcome && truthIn(pack, r.holds, masks));
  const rules = state === 'not_in_play' ? [] : holding;
  return {
    id: compiled.id,
    pack,
    compiled,
    state,
    ...(outcome && { outcome }),
    possible,
    rules: rules.map((r) => r.id),
    clauses: clausesOf(compiled, possible, rules.length > 0 ? rules : undefined),
    hangsOn: possible.length > 1 ? hangsOn(pack, compiled.route, masks) : [],
  };
}

/** The ends that remain; all of them where the answers cannot all be right, for then nothing is settled. */
function endsOf(pack: CompiledPack, { route }: CompiledQuestion, masks: Masks): string[] {
  const ends = possibleEnds(overPossible(pack, route), masks);
  return [...(ends.size > 0 ? ends : outcomes(route, []))].map(String);
}

/** An end in the words of the contract; rules that clash leave every outcome they name possible. */
function named(end: string, pack: CompiledPack, compiled: CompiledQuestion, masks: Masks): string[] {
  if (end === NOT_IN_PLAY) return ['not_in_play'];
  if (end === GAP) return ['silent'];
  if (end !== CONFLICT) return [end];
  return compiled.rules.filter((r) => truthIn(pack, r.holds, masks) !== false).map((r) => r.rule.outcome);
}

function stateOf(possible: readonly string[], { question }: CompiledQuestion): QuestionState {
  const [only] = possible;
  if (possible.length !== 1 || only === undefined) return 'undecided';
  if (only === 'not_in_play') return 'not_in_play';
  return only === 'silent' || question.outcomes[only]?.silent ? 'silent' : 'settled';
}

function clausesOf(compiled: CompiledQuestion, possible: readonly string[], rules = compiled.rules): string[] {
  return [...new Set(rules.filter((r) => possible.includes(r.rule.outcome)).flatMap((r) => r.rule.clauses))];
}

/** Outcomes in the order in which the pack names them. */
function inOrder({ question }: CompiledQuestion): (a: string, b: string) => number {
  const order = Object.keys(question.outcomes);
  const rank = (outcome: string): number => (order.indexOf(outcome) + order.length + 1) % (order.length + 1);
  return (a, b) => rank(a) - rank(b);
}
