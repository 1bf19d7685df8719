import { type Diagram, TooManyNodes } from '../../logic/diagram.ts';
import type { Path } from '../../messages/diagnostic.ts';
import { partWith, recompile } from '../compile/compile.ts';
import type { CompiledPack } from '../compile/compiled.ts';
import { isNever, meaningOf, meaningOfPart, real, speaks } from '../compile/space.ts';
import { changeAt } from '../pack/change.ts';
import { ALWAYS, type Condition } from '../pack/condition.ts';
import { NEVER, partsOf, replacePart } from '../pack/parts.ts';
import { conditionInWords } from '../pack/words.ts';
import type { Fault } from './verify.ts';
import { pathOfRule } from './verify-questions.ts';

/** Parts of conditions times conditions: the whole pack is compiled again without each part. */
const MOST_WORK = 500_000;

/** Conditions, or parts of them, that could be left out or taken as never true, and the pack would mean the same. */
export function idleConditions(pack: CompiledPack): Fault[] {
  const parts = [...pack.conditions.values()].flatMap((condition) => [...partsOf(condition)]);
  if (parts.length * pack.conditions.size > MOST_WORK) throw new TooManyNodes(MOST_WORK, 'steps');
  const meaning = meaningOf(pack);
  const same = (path: string, condition: Condition): boolean => {
    const conditions = new Map(pack.conditions).set(path, condition);
    return sameNearby(pack, path, conditions) && sameAs(meaning, meaningOf(recompile(pack, { conditions })));
  };
  const silent = silentPaths(pack);
  const idleOnes = [...pack.conditions]
    .filter(([path]) => !silent.some((above) => path.startsWith(above)))
    .flatMap(([path, condition]) => idleParts(condition, path.split('.'), pack, (other) => same(path, other)));
  return [...idleOnes, ...idleExceptions(pack, meaning)];
}

const sameAs = (some: readonly Diagram[], others: readonly Diagram[]): boolean =>
  some.every((part, i) => part === others[i]);

/** Whether at least the part in which a condition stands means the same: nearly always it does not, and that is quick to see. */
function sameNearby(pack: CompiledPack, path: string, conditions: CompiledPack['conditions']): boolean {
  const at = path.split('.');
  const [now, other] = [pack.conditions, conditions].map((map) => partWith(pack, map, at));
  return !now || !other || sameAs(meaningOfPart(pack, now), meaningOfPart(pack, other));
}

/** Exceptions that take no case away. */
function idleExceptions(pack: CompiledPack, meaning: readonly Diagram[]): Fault[] {
  return pack.questions.flatMap((question) =>
    question.rules.flatMap((rule) =>
      (rule.rule.except ?? []).flatMap((other, i) => {
        const path = [...pathOfRule(question, rule), 'except', i];
        const without = meaningOf(recompile(pack, { pack: changeAt(pack.pack, path, undefined) }));
        if (!sameAs(meaning, without)) return [];
        const says = `The exception \`${other}\` of rule \`${rule.id}\` can be left out, and the pack means the same.`;
        const about = `${rule.id}.except.${other}`;
        return [{ code: 'never_matters', about, severity: 'note' as const, says, clauses: rule.rule.clauses, path }];
      }),
    ),
  );
}

/** Places of rules that never speak, and of what never applies: they are reported as such. */
function silentPaths(pack: CompiledPack): string[] {
  const never = ({ applies }: { readonly applies: Diagram }): boolean => isNever(real(pack, applies));
  return [
    ...pack.questions.flatMap((question) =>
      question.rules
        .filter((rule) => isNever(speaks(pack, question, rule)))
        .map((rule) => `${pathOfRule(question, rule).join('.')}.`),
    ),
    ...pack.requirements.filter(never).map(({ id }) => `requirements.${id}.`),
    ...pack.indicators.filter(never).map(({ id }) => `indicators.${id}.`),
  ];
}

function idleParts(whole: Condition, path: Path, pack: CompiledPack, same: (other: Condition) => boolean): Fault[] {
  const found: Fault[] = [];
  const covered = (part: Path): boolean =>
    found.some(({ path: idle }) => idle.every((step, i) => [...path, ...part][i] === step));
  for (const part of partsOf(whole)) {
    const empty = 'of' in part.condition && Array.isArray(part.condition.of) && part.condition.of.length === 0;
    if (empty || covered(part.path)) continue;
    const needless = same(replacePart(whole, part.path, ALWAYS));
    if (needless || same(replacePart(whole, part.path, NEVER))) {
      found.push(idle(pack, [...path, ...part.path], part.condition, needless));
    }
  }
  return found;
}

function idle(pack: CompiledPack, path: Path, condition: Condition, needless: boolean): Fault {
  const words = conditionInWords(condition, pack);
  const says = needless
    ? `This part of a condition can be left out, and the pack means the same: ${words}.`
    : `Whether this part of a condition holds makes no difference: ${words}.`;
  return { code: 'never_matters', about: shortPath(path), severity: 'note', says, clauses: [], path };
}

/** The path without the steps that do not tell conditions apart. */
const shortPath = (path: Path): string =>
  path.filter((step) => !['questions', 'stages', 'rules', 'when', 'means'].includes(String(step))).join('.');
