import type { Assessment, Finding, QuestionResult } from '../../assess/case/assessment.ts';
import { canChange } from '../../assess/explain/can-change.ts';
import { type Flip, findingFlips, questionFlips } from '../../assess/explain/flips.ts';
import { outcomeRestsOn, outcomeWouldChange } from '../../assess/explain/reasons.ts';
import { dayInWords } from '../../calendar/date-words.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { Style } from '../words/style.ts';
import { valueInWords } from '../words/titles.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { endsInWords } from './headline.ts';

/** What a settled outcome rests on, and what would change it: of facts that still can change. */
export function reasonLines(question: QuestionResult, assessment: Assessment, style: Style): string[] {
  const { pack } = question;
  const masks = assessment.masks.get(pack) ?? [];
  const rests = outcomeRestsOn(question, masks).map((fact) => labelOf(pack, fact));
  const possible = outcomeWouldChange(question, masks).filter(({ changes }) =>
    changes.every(({ fact }) => canChange(pack, fact, assessment)),
  );
  const changes = possible.map(({ changes: parts, outcomes }) => {
    const moved = parts
      .map((c) => `${labelOf(pack, c.fact)}: ${valueInWords(pack.facts.get(c.fact), c.to)}`)
      .join(', and ');
    return item(`${moved} -> ${endsInWords(question, outcomes)}`, style);
  });
  return [
    ...(rests.length > 0 ? [wrap(`rests on ${rests.join('; ')}`, style.width, '  ')] : []),
    ...(changes.length > 0 ? ['  would change', ...changes] : []),
  ];
}

const item = (text: string, style: Style): string => labelled('-', text, 2, style.width, '    ');

/** The days on which time alone changes where a question ends, and its ends then. */
export function questionFlipLines(question: QuestionResult, flips: readonly Flip[], style: Style): string[] {
  const found = questionFlips(question, flips).map(([flip, later]) => ({
    flip,
    end: endsInWords(question, later.possible),
  }));
  return flipLines(found, endsInWords(question, question.possible), style);
}

/** The days on which time alone changes the state of a finding, and its state then. */
export function findingFlipLines(
  finding: Finding,
  stateInWords: (finding: Finding) => string,
  flips: readonly Flip[],
  style: Style,
): string[] {
  const found = findingFlips(finding, flips).map(([flip, later]) => ({ flip, end: stateInWords(later) }));
  return flipLines(found, stateInWords(finding), style);
}

/** A day on which all stays as it is tells nothing. */
function flipLines(found: readonly { flip: Flip; end: string }[], now: string, style: Style): string[] {
  const list = found.filter(({ end }, i) => end !== (found[i - 1]?.end ?? now));
  if (list.length === 0) return [];
  const lines = list.map(({ flip: { day, pack, fact, to }, end }) => {
    const value = to.map((one) => valueInWords(pack.facts.get(fact), one)).join(' or ');
    return item(`${dayInWords(day)}: ${labelOf(pack, fact)}: ${value} -> ${end}`, style);
  });
  return ['  changes by itself, as time passes, on', ...lines];
}

/** The short name of a fact. */
export const labelOf = (pack: CompiledPack, fact: string): string => pack.facts.get(fact)?.label ?? fact;
