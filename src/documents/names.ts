import { type Diagnostic, error, type Path } from '../messages/diagnostic.ts';
import { known } from '../messages/safe.ts';
import { didYouMean } from '../messages/suggest.ts';
import type { CompiledPack } from '../policy/compile/compiled.ts';
import type { Document, Documents } from './schema.ts';

/** Names in the list of documents that stand for nothing in the pack that they speak of. */
export function wrongNames({ documents }: Documents, pack: CompiledPack): Diagnostic[] {
  return Object.entries(documents)
    .filter(([, document]) => document.pack === pack.pack.pack)
    .flatMap(([name, document]) => namesIn(document, pack, ['documents', name]));
}

function namesIn({ clauses, due, needs = [] }: Document, { pack }: CompiledPack, path: Path): Diagnostic[] {
  const requirements = Object.keys(pack.requirements);
  const outcomes = (question: string, given: readonly string[], at: Path): Diagnostic[] => {
    const known = Object.keys(pack.questions[question]?.outcomes ?? {});
    return [
      ...unknown('question', [question], Object.keys(pack.questions), at),
      ...(known.length > 0 ? unknown('outcome', given, known, [...at, 'outcomes']) : []),
    ];
  };
  const one = (part: Document['due'] | NonNullable<Document['needs']>[number], at: Path): Diagnostic[] => {
    if ('requirement' in part) return unknown('requirement', [part.requirement], requirements, at);
    return outcomes('decision' in part ? part.decision : part.question, part.outcomes ?? [], at);
  };
  return [
    ...unknown('clause', clauses, Object.keys(pack.clauses), [...path, 'clauses']),
    ...one(due, [...path, 'due']),
    ...needs.flatMap((need, i) => one(need, [...path, 'needs', i])),
  ];
}

function unknown(what: string, given: readonly string[], right: readonly string[], path: Path): Diagnostic[] {
  return given
    .filter((name) => !right.includes(name))
    .map((name) => {
      const says = known(`The pack has no ${what} \`${name}\`.${didYouMean(name, right)}`);
      return error(known(`unknown_${what}`), says, path);
    });
}
