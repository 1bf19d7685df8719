import type { Assessment } from '../../assess/case/assessment.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import { notSetIn, notVerifiedIn, type Waiting } from '../../policy/editions/not-set.ts';

/** What the documents of a case show and nothing rests on: not in force, not verified, or against another document. */
export const waitingInWords = ({ packs }: Assessment): string[] => [
  ...packs.flatMap(({ pack, written, whole = written }) => [
    ...line('Not in force, because no day is set:', notSetIn(whole)),
    ...line('Not verified, so no day is counted from it:', notVerifiedIn(pack)),
  ]),
  ...packs.flatMap((pack) => conflictsOf(pack, packs)),
];

const line = (head: string, waiting: readonly Waiting[]): string[] =>
  waiting.length === 0
    ? []
    : [`${head} ${waiting.map(({ says, clauses }) => `${says} [${clauses.join(', ')}]`).join(' ')}`];

/** Clauses of two packs of the case that stand against each other. */
function conflictsOf({ pack }: CompiledPack, packs: readonly CompiledPack[]): string[] {
  return Object.entries(pack.clauses).flatMap(([id, { says, conflicts_with: against = {} }]) =>
    Object.entries(against).flatMap(([name, ids]) => {
      const other = packs.find((one) => one.pack.pack === name);
      const words = ids.flatMap((clause) => {
        const found = other?.pack.clauses[clause];
        return found ? [`${found.says} [${clause}]`] : [];
      });
      return words.length === 0
        ? []
        : [`Two documents conflict, and people decide: ${says} [${id}] Against this: ${words.join(' ')}`];
    }),
  );
}
