import type { Path } from '../../messages/diagnostic.ts';
import { changeAt } from '../pack/change.ts';
import { ownFacts } from '../pack/own-facts.ts';
import type { ReadPack } from '../pack/read-pack.ts';
import { slipsOf } from './mutant-conditions.ts';

/** A pack with one slip in it, as an author might make it. */
export interface Mutant {
  readonly id: string;
  /** The rule, requirement, indicator, term or question in which it is. */
  readonly where: string;
  readonly says: string;
  readonly path: Path;
  readonly read: ReadPack;
  /** It changes a deadline, which no diagram knows: only a case can tell it from the pack. */
  readonly timing?: boolean;
}

/** Every pack that differs from this one by one slip. What is taken to be impossible stays as it is. */
export function* mutantsOf(read: ReadPack): Generator<Mutant> {
  yield* ofConditions(read);
  yield* ofRules(read);
  yield* ofRequirements(read);
  for (const id of Object.keys(read.pack.indicators ?? {}))
    yield without(read, ['indicators', id], `indicator \`${id}\``);
}

function* ofConditions(read: ReadPack): Generator<Mutant> {
  for (const [key, condition] of read.conditions) {
    if (key.startsWith('impossible.')) continue;
    for (const slip of slipsOf(condition, read)) {
      const path = [...key.split('.'), ...slip.path];
      const changed = { ...read, conditions: new Map(read.conditions).set(key, slip.condition) };
      yield mutant(changed, path, whereOf(path), slip.says);
    }
  }
}

function* ofRules(read: ReadPack): Generator<Mutant> {
  for (const [question, { stages, outcomes }] of Object.entries(read.pack.questions)) {
    const names = Object.keys(outcomes);
    for (const [i, stage] of stages.entries()) {
      for (const [id, { outcome, except = [] }] of Object.entries(stage.rules)) {
        const path = ['questions', question, 'stages', i, 'rules', id];
        const where = `rule \`${id}\``;
        yield without(read, path, where);
        for (const [n, other] of except.entries()) {
          yield changed(read, [...path, 'except', n], undefined, where, `without the exception \`${other}\``);
        }
        const next = names[(names.indexOf(outcome) + 1) % names.length];
        if (next === undefined || next === outcome) continue;
        yield changed(read, [...path, 'outcome'], next, where, `leads to \`${next}\` in place of \`${outcome}\``);
      }
    }
  }
}

function* ofRequirements(read: ReadPack): Generator<Mutant> {
  for (const [id, { due }] of Object.entries(read.pack.requirements ?? {})) {
    const where = `requirement \`${id}\``;
    yield without(read, ['requirements', id], where);
    if (!due) continue;
    const timing = (path: Path, to: unknown, says: string): Mutant => {
      return { ...changed(read, ['requirements', id, 'due', ...path], to, where, says), timing: true };
    };
    yield timing([], undefined, 'without its deadline');
    for (const [unit, amount] of Object.entries(due)) {
      if (typeof amount !== 'number') continue;
      for (const other of [amount - 1, amount + 1].filter((n) => n > 0)) {
        yield timing([unit], other, `${other} ${unit.replaceAll('_', ' ')} in place of ${amount}`);
      }
    }
  }
}

const without = (read: ReadPack, path: Path, where: string): Mutant =>
  changed(read, path, undefined, where, 'left out altogether');

function changed(read: ReadPack, path: Path, to: unknown, where: string, says: string): Mutant {
  const pack = changeAt(read.pack, path, to);
  return mutant({ ...read, pack, facts: new Map([...read.facts, ...ownFacts(pack)]) }, path, where, says);
}

const mutant = (read: ReadPack, path: Path, where: string, says: string): Mutant => ({
  id: `${where.replaceAll('`', '')}: ${says}`,
  where,
  says,
  path,
  read,
});

function whereOf(path: Path): string {
  const [part, id, last] = path;
  if (part === 'terms') return `term \`${id}\``;
  if (part === 'questions') return last === 'in_play' ? `when \`${id}\` arises` : `rule \`${path[5]}\``;
  if (part === 'indicators') return `indicator \`${id}\``;
  return last === 'evidence' ? `evidence of \`${id}\`` : `requirement \`${id}\``;
}
