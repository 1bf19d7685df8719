import type { Witness } from '../../logic/walks.ts';
import { oneOf } from '../../messages/suggest.ts';
import { type CompiledPack, type CompiledQuestion, type CompiledRule, GAP } from '../compile/compiled.ts';
import { endsIn, groupsOf, isNever, speaks } from '../compile/space.ts';
import { regionInWords } from '../pack/words.ts';
import type { Fault } from './fault.ts';
import { smallest } from './witness.ts';

/** Cases in which a question is in play and none of its rules speaks. */
export function gaps(pack: CompiledPack): Fault[] {
  return pack.questions.flatMap((question) => {
    const clauses = [...new Set(question.rules.flatMap(({ rule }) => rule.clauses))];
    return groupsOf(
      pack,
      endsIn(pack, question, (end) => end === GAP),
    ).map((witness) => ({
      code: 'gap',
      about: `${question.id}:${fingerprint(pack, witness)}`,
      severity: 'error',
      says: `No rule of \`${question.id}\` speaks ${whereInWords(pack, witness)}. Add a rule; where the document is silent, one with an outcome marked \`silent\`.`,
      clauses,
      path: question.question.path,
      witness,
    }));
  });
}

/** Pairs of rules of one stage that both speak and lead to different outcomes. */
export function conflicts(pack: CompiledPack): Fault[] {
  return pack.questions.flatMap((question) =>
    question.rules.flatMap((rule, i) =>
      question.rules.slice(i + 1).flatMap((other) => {
        const clash = rule.rule.stage === other.rule.stage && rule.rule.outcome !== other.rule.outcome;
        const both = clash && pack.diagrams.and(speaks(pack, question, rule), other.holds);
        const witness = both && smallest(pack.diagrams, both);
        return witness ? [conflict(pack, question, [rule, other], witness)] : [];
      }),
    ),
  );
}

type Pair = readonly [CompiledRule, CompiledRule];

function conflict(pack: CompiledPack, question: CompiledQuestion, [a, b]: Pair, witness: Witness): Fault {
  const ends = `\`${a.rule.outcome}\` and \`${b.rule.outcome}\``;
  return {
    code: 'conflict',
    about: `${a.id}+${b.id}`,
    severity: 'error',
    says: `Rules \`${a.id}\` and \`${b.id}\` of \`${question.id}\` both speak, and lead to ${ends}, ${whereInWords(pack, witness)}. Make one an exception of the other (\`except\`), or put one in an earlier stage.`,
    clauses: [...new Set([...a.rule.clauses, ...b.rule.clauses])],
    path: b.rule.path,
    witness,
  };
}

/** Outcomes that have a rule and yet are never the end of their question. */
export function unreachableOutcomes(pack: CompiledPack): Fault[] {
  return pack.questions.flatMap((question) =>
    Object.keys(question.question.outcomes).flatMap((outcome) => {
      const rules = question.rules.filter(({ rule }) => rule.outcome === outcome);
      if (rules.length === 0 || !isNever(endsIn(pack, question, (end) => end === outcome))) return [];
      const says = `\`${question.id}\` never ends in \`${outcome}\`, though ${oneOf(rules.map((r) => r.id))} leads there.`;
      const clauses = [...new Set(rules.flatMap(({ rule }) => rule.clauses))];
      const path = [...question.question.path, 'outcomes', outcome];
      return [
        { code: 'unreachable_outcome', about: `${question.id}.${outcome}`, severity: 'error', says, clauses, path },
      ];
    }),
  );
}

/** Cases in which an outcome is one that people decide on, and nobody is named to decide it. */
export function undecidable(pack: CompiledPack): Fault[] {
  const { diagrams } = pack;
  return pack.questions.flatMap((compiled) => {
    const { id, question, deciders } = compiled;
    const listed = question.decided_by ?? [];
    return Object.keys(question.outcomes).flatMap((outcome): Fault[] => {
      const own = listed.flatMap(({ outcomes }, i) =>
        outcomes === undefined || outcomes.includes(outcome) ? [deciders[i] ?? diagrams.no] : [],
      );
      const open = diagrams.not(diagrams.any(own));
      if (own.length === 0 || isNever(open)) return [];
      const nobody = diagrams.and(
        open,
        endsIn(pack, compiled, (end) => end === outcome),
      );
      const witness = smallest(diagrams, nobody);
      if (!witness) return [];
      const says = `Nobody decides on \`${outcome}\` of \`${id}\` ${whereInWords(pack, witness)}. Add a decider, or one without \`when\` after the others.`;
      const clauses = [...new Set(listed.flatMap((one) => one.clauses))];
      return [
        {
          code: 'no_decider',
          about: `${id}.${outcome}`,
          severity: 'error',
          says,
          clauses,
          path: question.path,
          witness,
        },
      ];
    });
  });
}

/** The facts of a witness in words, as the end of a sentence. */
export function whereInWords(pack: CompiledPack, witness: Witness): string {
  const facts = [...witness].flatMap(([v, region]) => {
    const variable = pack.variables[v];
    return variable ? [regionInWords(variable, region, pack)] : [];
  });
  return facts.length > 0 ? `where ${facts.join('; and ')}` : 'in any case';
}

/** Six signs that stand for the facts of a witness, so that two gaps of one question keep apart. */
function fingerprint({ variables }: CompiledPack, witness: Witness): string {
  const signs = [...witness].map(
    ([v, region]) => `${variables[v]?.fact}=${variables[v]?.spans?.[region]?.lo ?? region}`,
  );
  const text = signs.sort().join();
  const hash = [...text].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return hash.toString(16).padStart(8, '0').slice(0, 6);
}
