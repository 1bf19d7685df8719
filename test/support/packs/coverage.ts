import { coverage, type Looked } from '../../../src/assess/worked/coverage.ts';
import { outcomes } from '../../../src/logic/walks.ts';
import type { CompiledPack } from '../../../src/policy/compile/compiled.ts';

const WORDS = { holds: 'holds', does_not: 'does not hold', unknown: 'is unknown' } as const;

/** Everything that a pack can say and none of the cases shows. What logic rules out is not asked for. */
export function notShown(pack: CompiledPack, looked: readonly Looked[]): string[] {
  const parts = coverage(pack, looked).flatMap(({ what, id, states }) =>
    [...states].flatMap(([state, shown]) => (shown.length > 0 ? [] : [`that ${what} ${id} ${WORDS[state]}`])),
  );
  return [...endsNotShown(pack, looked), ...parts];
}

/** The ends of each question in which no case is settled, and the questions that no case leaves open. */
function endsNotShown(pack: CompiledPack, looked: readonly Looked[]): string[] {
  const results = looked.flatMap(({ assessment }) => assessment.questions.filter((q) => q.pack === pack));
  return pack.questions.flatMap(({ id, route }) => {
    const mine = results.filter((q) => q.id === id);
    const settled = [...outcomes(route, [])].map((end) => String(end).replace('#gap', 'silent').replace('#', ''));
    return [
      ...settled.filter((end) => !mine.some((q) => q.outcome === end)).map((end) => `${id} settled as ${end}`),
      ...(mine.some((q) => q.state === 'undecided') ? [] : [`${id} undecided`]),
    ];
  });
}
