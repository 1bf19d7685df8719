import type { Assessment, Finding, QuestionResult } from '../../assess/case/assessment.ts';
import { outcomeRestsOn } from '../../assess/explain/reasons.ts';
import { support } from '../../logic/walks.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { conditionInWords } from '../../policy/pack/words.ts';
import { factInWords } from '../words/titles.ts';

/** What decided the part of an assessment that a place under `expect` speaks of: conditions, and the facts they saw. */
export function decided([, part, name]: Path, assessment: Assessment): string[] {
  const id = String(name).split('.').at(-1) as string;
  const { questions, findings } = assessment;
  const expected = assessment.file.expect?.rules?.[Number(name)];
  if (part === 'questions') return questions.filter((q) => q.id === id).flatMap((q) => byQuestion(q, assessment));
  if (part === 'rules') {
    const rule = expected?.split('.').at(-1);
    return questions
      .filter((q) => q.compiled.rules.some((r) => r.id === rule))
      .flatMap((q) => byRule(q, rule, assessment));
  }
  const about = (f: Finding): boolean =>
    part === 'clauses' ? f.clauses.some((clause) => clause === name) : f.rule === id;
  return findings.filter(about).flatMap((finding) => byFinding(finding, assessment));
}

function byQuestion(question: QuestionResult, assessment: Assessment): string[] {
  const { pack, compiled, rules, hangsOn } = question;
  const holding = compiled.rules.filter(({ id }) => rules.includes(id));
  const facts = hangsOn.length > 0 ? hangsOn : outcomeRestsOn(question, assessment.masks.get(pack) ?? []);
  return [
    ...holding.map(({ id, rule }) => `\`${id}\` holds when ${conditionInWords(rule.when, pack)}`),
    ...factLines(facts, pack, assessment),
  ];
}

function byRule({ pack, compiled }: QuestionResult, rule: string | undefined, assessment: Assessment): string[] {
  const found = compiled.rules.find(({ id }) => id === rule);
  if (!found) return [];
  const condition = `\`${found.id}\` holds when ${conditionInWords(found.rule.when, pack)}`;
  return [condition, ...factLines(factsOf(pack, support(found.holds)), pack, assessment)];
}

function byFinding({ rule, pack, state, unsure }: Finding, assessment: Assessment): string[] {
  const [compiled] = [...pack.requirements, ...pack.indicators].filter(({ id }) => id === rule);
  if (!compiled) return [];
  const when = conditionInWords(('indicator' in compiled ? compiled.indicator : compiled.requirement).when, pack);
  const applies = state !== 'not_applicable' && unsure !== 'applies';
  const deciding = applies && 'evidence' in compiled ? compiled.evidence : compiled.applies;
  const facts = factsOf(pack, support(deciding));
  return [`\`${rule}\` applies when ${when}`, ...factLines(facts, pack, assessment)];
}

const factsOf = (pack: CompiledPack, variables: readonly number[]): string[] =>
  variables.flatMap((v) => pack.variables[v]?.fact ?? []);

function factLines(facts: readonly string[], pack: CompiledPack, { sheet }: Assessment): string[] {
  return facts.map((id) => {
    const fact = pack.facts.get(id);
    const value = fact && factInWords(fact, sheet.states.get(id));
    return `${fact?.label ?? id} (${id}): ${value ?? 'not known'}`;
  });
}
