import { type Diagram, isLeaf, type LeafValue } from '../../logic/diagram.ts';
import type { Span } from '../../logic/span.ts';
import type { CompiledPack, CompiledQuestion } from '../../policy/compile/compiled.ts';
import { GAP, NOT_IN_PLAY } from '../../policy/compile/compiled.ts';
import { turnOf } from '../../policy/compile/space.ts';
import type { Variable } from '../../policy/compile/variables.ts';
import { rulesOf } from '../../policy/pack/pack.ts';
import { testInWords } from '../../policy/pack/words.ts';
import { capital } from '../words/titles.ts';

/** One row of a drawing: what is asked, or where it ends, after the answer that leads to it. One that is `not_this` ends in nothing. */
export interface DrawnRow {
  readonly depth: number;
  /** The answer that leads here; none at the top. */
  readonly answer?: string;
  readonly is: 'asks' | 'ends' | 'not_this' | 'goes_on';
  readonly says: string;
  /** The number by which other rows go on here, or the row at which this one goes on. */
  readonly number?: number;
}

/** A drawing of what the program makes of a question, or of one rule of it. */
export interface Drawing {
  readonly title: string;
  readonly rows: readonly DrawnRow[];
  /** For one rule: the place of its stage. It is looked at where the question arises and no stage before speaks. */
  readonly turn?: number;
}

/** A whole question is drawn up to so many rows; of a longer one each rule is drawn. */
const MOST = 60;

/** What a question comes to, drawn from its decision diagram over the cases that can occur. */
export function drawingsOf(pack: CompiledPack, question: CompiledQuestion): Drawing[] {
  const { diagrams, occurring } = pack;
  const ends = (end: LeafValue): string => endInWords(question, end);
  const whole = rowsOf(pack, diagrams.within(question.route, occurring), ends);
  if (whole.length <= MOST) return [{ title: question.question.title, rows: whole }];
  return question.rules.map((rule, i) => {
    const says = endInWords(question, rule.rule.outcome);
    const drawn = diagrams.within(rule.holds, turnOf(pack, question, rule.rule.stage));
    return {
      title: `Rule ${i + 1} of ${question.rules.length}: ${says}`,
      rows: rowsOf(pack, drawn, (end) => (end === true ? says : '')),
      turn: question.question.stages.findIndex(({ id }) => id === rule.rule.stage) + 1,
    };
  });
}

function endInWords({ question }: CompiledQuestion, end: LeafValue): string {
  if (end === NOT_IN_PLAY) return '';
  if (end === GAP) return 'The document says nothing';
  const { label, says } = question.outcomes[String(end)] ?? {};
  const clauses = new Set(rulesOf(question).flatMap((rule) => (rule.outcome === end ? rule.clauses : [])));
  return `${(label ?? says ?? String(end)).replace(/\.$/, '')} [${[...clauses].join(', ')}]`;
}

/** The rows of a diagram: each branch once, with what follows from each answer below it. */
function rowsOf(pack: CompiledPack, top: Diagram, ends: (end: LeafValue) => string): DrawnRow[] {
  const shared = sharedIn(top);
  const numbers = new Map<Diagram, number>();
  const rows: DrawnRow[] = [];
  const draw = (at: Diagram, depth: number, answer?: string): void => {
    const row = { depth, ...(answer !== undefined && { answer }) };
    if (isLeaf(at)) {
      const says = ends(at.leaf);
      rows.push({ ...row, is: says === '' ? 'not_this' : 'ends', says });
      return;
    }
    const variable = pack.variables[at.variable] as Variable;
    const says = `${capital(pack.facts.get(variable.fact)?.label ?? variable.fact)}?`;
    const known = numbers.get(at);
    if (known !== undefined) {
      rows.push({ ...row, is: 'goes_on', says, number: known });
      return;
    }
    if (shared.has(at)) numbers.set(at, numbers.size + 1);
    const number = numbers.get(at);
    rows.push({ ...row, is: 'asks', says, ...(number !== undefined && { number }) });
    for (const [child, regions] of byChild(at.children)) draw(child, depth + 1, answerIn(pack, variable, regions));
  };
  draw(top, 0);
  return rows;
}

/** Branches to which more than one answer leads. */
function sharedIn(top: Diagram): Set<Diagram> {
  const [seen, shared] = [new Set<Diagram>(), new Set<Diagram>()];
  const walk = (at: Diagram): void => {
    if (isLeaf(at)) return;
    if (seen.has(at)) return void shared.add(at);
    seen.add(at);
    for (const child of new Set(at.children)) walk(child);
  };
  walk(top);
  return shared;
}

function byChild(children: readonly Diagram[]): Map<Diagram, number[]> {
  const found = new Map<Diagram, number[]>();
  for (const [region, child] of children.entries()) found.set(child, [...(found.get(child) ?? []), region]);
  return found;
}

/** Some values of a fact in words; spans that touch are one. */
function answerIn({ facts }: CompiledPack, { fact, spans }: Variable, regions: readonly number[]): string {
  const definition = facts.get(fact);
  if (!definition) return regions.join(', ');
  if (!spans) return capital(testInWords(definition, { options: [...regions] }));
  const joined: Span[] = [];
  for (const region of regions) {
    const [span, last] = [spans[region] as Span, joined.at(-1)];
    if (last && last.hi + 1 === span.lo) joined[joined.length - 1] = { lo: last.lo, hi: span.hi };
    else joined.push(span);
  }
  return capital(testInWords(definition, { spans: joined }));
}
