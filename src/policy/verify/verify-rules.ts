import type { Diagram } from '../../logic/diagram.ts';
import { oneOf } from '../../messages/suggest.ts';
import type { CompiledPack, CompiledQuestion, CompiledRule } from '../compile/compiled.ts';
import { isNever, real, speaks } from '../compile/space.ts';
import type { Fault } from './fault.ts';
import { smallest } from './witness.ts';

/** Rules that never speak, and why they do not. */
export function deadRules(pack: CompiledPack): Fault[] {
  return pack.questions.flatMap((question) =>
    question.rules
      .filter((rule) => isNever(speaks(pack, question, rule)))
      .map((rule) => deadRule(pack, question, rule)),
  );
}

function deadRule(pack: CompiledPack, question: CompiledQuestion, rule: CompiledRule): Fault {
  const inPlay = real(pack, pack.diagrams.and(question.inPlay, rule.meets));
  const witness = smallest(pack.diagrams, inPlay);
  return {
    code: 'dead_rule',
    about: rule.id,
    severity: 'error',
    says: `Rule \`${rule.id}\` of \`${question.id}\` never speaks: ${why(pack, rule, inPlay)}.`,
    clauses: rule.rule.clauses,
    path: rule.rule.path,
    ...(witness && { witness }),
  };
}

function why(pack: CompiledPack, { rule, meets, holds }: CompiledRule, inPlay: Diagram): string {
  if (isNever(meets)) return 'its condition cannot hold';
  if (isNever(real(pack, meets))) return 'its condition holds only in cases that the pack takes to be impossible';
  if (isNever(inPlay)) return 'its condition holds only where the question is not in play';
  if (isNever(pack.diagrams.and(inPlay, holds)))
    return `its exceptions (${oneOf(rule.except ?? [])}) take every case away`;
  return 'wherever it holds, a rule of an earlier stage has spoken';
}
