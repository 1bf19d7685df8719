import type { Assessment, Finding, QuestionResult } from '../../assess/case/assessment.ts';
import type { Truth } from '../../assess/case/evaluate.ts';
import { project } from '../../assess/case/project.ts';
import type { Flip } from '../../assess/explain/flips.ts';
import { type TruthTree, truthTree } from '../../assess/explain/tree.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { type Condition, isAlways } from '../../policy/pack/condition.ts';
import { indicatorOf, requirementOf } from '../../policy/pack/pack.ts';
import { conditionInWords } from '../../policy/pack/words.ts';
import type { Style } from '../words/style.ts';
import { capital, factInWords } from '../words/titles.ts';
import { labelled, wrap } from '../words/wrap.ts';
import { findingFlipLines, labelOf, questionFlipLines, reasonLines } from './explain-changes.ts';
import { endsInWords } from './headline.ts';
import { cites } from './summary-answers.ts';
import { stateInWords } from './task-words.ts';

/** Whether a part of a pack is what was asked about: by id, by outcome or by clause; everything where nothing was. */
export type Wanted = (ids: readonly string[]) => boolean;

/** An assessment, and the days on which time alone changes it. */
export interface Explained {
  readonly assessment: Assessment;
  readonly flips: readonly Flip[];
}

/** Why the packs say what they say on a case: every rule with the truth of its parts, and what would change it. */
export function explainText(explained: Explained, wanted: Wanted, style: Style): string {
  const { assessment } = explained;
  const questions = assessment.questions.flatMap((q) => questionText(q, explained, wanted, style) ?? []);
  const findings = assessment.findings.flatMap((f) => findingText(f, explained, wanted, style) ?? []);
  return [...questions, ...findings].map((part) => `${part}\n`).join('\n');
}

function questionText(
  question: QuestionResult,
  { assessment, flips }: Explained,
  wanted: Wanted,
  style: Style,
): string | undefined {
  const { id, pack, compiled, possible, hangsOn } = question;
  const rules = compiled.rules.filter((r) => wanted([id, r.id, r.rule.outcome, ...r.rule.clauses]));
  if (rules.length === 0) return undefined;
  const show = (condition: Condition): string => treeText(condition, pack, assessment, style);
  const ends = endsInWords(question, possible);
  return [
    style.heading(
      wrap(
        `${compiled.question.title}: ${possible.length > 1 ? `not settled. Possible: ${ends}` : ends}.`,
        style.width,
      ),
    ),
    ...(hangsOn.length > 0
      ? [wrap(`We need to know: ${hangsOn.map((f) => labelOf(pack, f)).join('; ')}`, style.width, '  ')]
      : []),
    '  in play when',
    show(compiled.question.in_play),
    ...rules.map((r) =>
      [
        wrap(`${endsInWords(question, [r.rule.outcome])} [${cites(pack, r.rule.clauses)}], when`, style.width, '  '),
        show(r.rule.when),
      ].join('\n'),
    ),
    ...reasonLines(question, assessment, style),
    ...questionFlipLines(question, flips, style),
  ].join('\n');
}

function findingText(
  finding: Finding,
  { assessment, flips }: Explained,
  wanted: Wanted,
  style: Style,
): string | undefined {
  const { rule, pack, clauses, says, question } = finding;
  if (!wanted([rule, question, ...clauses])) return undefined;
  const { when, evidence, refused } = conditionsBehind(finding);
  const show = (label: string, condition: Condition | undefined): string[] =>
    condition ? [`  ${label}`, treeText(condition, pack, assessment, style)] : [];
  return [
    style.heading(wrap(`${capital(explainedState(finding))}: ${says}`, style.width)),
    wrap(`[${cites(pack, clauses)}]`, style.width, '  '),
    ...show('applies when its question is in play and', isAlways(when) ? undefined : when),
    ...show('is in place when', evidence),
    ...show('is declined when', refused),
    ...findingFlipLines(finding, explainedState, flips, style),
  ].join('\n');
}

type Behind = { when: Condition; evidence?: Condition; refused?: Condition };

/** What a finding rests on in its pack. */
function conditionsBehind({ kind, rule, pack: { pack } }: Finding): Behind {
  return kind === 'indicator' ? indicatorOf(pack, rule) : requirementOf(pack, rule);
}

function explainedState({ kind, state, unsure }: Finding): string {
  if (kind === 'indicator' && state === 'met') return 'holds';
  return unsure === 'applies' ? 'not known whether it applies' : stateInWords({ state, unsure });
}

const MARKS = new Map<Truth, string>([
  [true, 'true'],
  [false, 'false'],
  [undefined, 'open'],
]);

function treeText(condition: Condition, pack: CompiledPack, { sheet, masks }: Assessment, style: Style): string {
  const lines: string[] = [];
  const walk = (tree: TruthTree, depth: number): void => {
    const mark = (MARKS.get(tree.truth) as string).padEnd(6);
    lines.push(labelled('', mark + partWords(tree, pack, sheet), 0, style.width, '  '.repeat(depth)));
    for (const part of tree.parts) walk(part, depth + 1);
  };
  walk(truthTree(condition, pack, sheet, masks.get(pack) ?? project(pack, sheet)), 2);
  return lines.join('\n');
}

function partWords({ condition, parts }: TruthTree, pack: CompiledPack, sheet: Assessment['sheet']): string {
  if (condition.kind === 'all') return parts.length === 0 ? 'always' : 'all of';
  if (condition.kind === 'any') return parts.length === 0 ? 'never' : 'any of';
  if (condition.kind === 'not') return 'not';
  if (condition.kind !== 'test') return conditionInWords(condition, pack);
  const fact = pack.facts.get(condition.fact);
  const value = (fact && factInWords(fact, sheet.states.get(condition.fact))) ?? 'not known';
  return `${conditionInWords(condition, pack)} (here: ${value})`;
}
