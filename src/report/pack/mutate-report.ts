import type { Position } from '../../messages/diagnostic.ts';
import { fileName } from '../../messages/safe.ts';
import type { Mutant } from '../../policy/mutate/mutants.ts';
import type { WitnessCase } from '../../policy/verify/witness.ts';
import type { Style } from '../words/style.ts';

/** A mutant, with what became of it. */
export interface JudgedMutant extends Position {
  readonly mutant: Mutant;
  readonly is: 'killed' | 'surviving' | 'equivalent' | 'undecided';
  /** Reference of the case that told it from the pack. */
  readonly by?: string;
  /** How it differs from the pack in the case that is offered. */
  readonly differs?: string;
  readonly offer?: WitnessCase;
  /** Where the case that is offered was written. */
  readonly written?: string;
}

/** The mutants of one pack. */
export interface MutatedPack {
  readonly pack: string;
  readonly file: string;
  readonly cases: number;
  readonly mutants: readonly JudgedMutant[];
}

/** How many mutants there are of each kind, and the share told apart of those that differ, in percent rounded down. */
export function scoreOf({
  mutants,
}: {
  readonly mutants: readonly Pick<JudgedMutant, 'is'>[];
}): Record<JudgedMutant['is'] | 'score', number> {
  const count = (is: JudgedMutant['is']): number => mutants.filter((m) => m.is === is).length;
  const [killed, surviving, equivalent, undecided] = [
    count('killed'),
    count('surviving'),
    count('equivalent'),
    count('undecided'),
  ];
  const of = killed + surviving + undecided;
  return { killed, surviving, equivalent, undecided, score: of === 0 ? 100 : Math.floor((100 * killed) / of) };
}

/** The result of `policy mutate` as text: the score, then every slip that no case would notice. */
export function mutateText(packs: readonly MutatedPack[], min: number, style: Style): string {
  return packs.map((pack) => packText(pack, min, style)).join('\n');
}

function packText(pack: MutatedPack, min: number, style: Style): string {
  const { killed, surviving, equivalent, undecided, score } = scoreOf(pack);
  const parts = [
    `${killed} told apart by a case`,
    `${equivalent} that mean the same`,
    `${surviving} that no case notices`,
    ...(undecided > 0 ? [`${undecided} NOT DECIDED, as the decision space is too large`] : []),
  ];
  const head = `${pack.pack}: ${pack.mutants.length} slips, ${pack.cases} worked cases: ${parts.join(', ')}. Score ${score} %.`;
  const open = pack.mutants.filter(({ is }) => is === 'surviving' || is === 'undecided');
  const lines = open.map((mutant) => mutantText(pack.file, mutant));
  return `${[score < min ? style.alarm(head) : style.good(head), ...lines].join('\n')}\n`;
}

function mutantText(file: string, judged: JudgedMutant): string {
  const { mutant, line, column, is, differs, offer, written } = judged;
  const head = `  ${fileName(file)}:${line}:${column}: ${is}: ${mutant.where} ${mutant.says}`;
  const shown = written
    ? `\n    Case: ${fileName(written)}`
    : offer && `\n${offer.text.trimEnd().replace(/^/gm, '    | ')}`;
  return `${head}${differs ? `\n    ${differs}` : ''}${shown ?? ''}`;
}

/** The result of `policy mutate` for machines, version 1. */
export function mutateJson(packs: readonly MutatedPack[], min: number): Record<string, unknown> {
  return {
    version: 1,
    min,
    packs: packs.map((pack) => ({
      pack: pack.pack,
      file: pack.file,
      cases: pack.cases,
      ...scoreOf(pack),
      mutants: pack.mutants.map(({ mutant, is, by, line, column, differs, offer, written }) => ({
        id: mutant.id,
        is,
        line,
        column,
        ...(by && { by }),
        ...(differs && { differs }),
        ...(offer && { case: { facts: offer.facts, yaml: offer.text, ...(written && { file: written }) } }),
      })),
    })),
  };
}
