import type { Path } from '../../messages/diagnostic.ts';
import { type CompiledPack, knowingEachOther } from '../../policy/compile/compiled.ts';
import { periodInWords } from '../../policy/editions/period.ts';
import type { Assessment } from '../case/assessment.ts';

/** A text of a document that worked cases are looked at by. */
export interface UsedText {
  readonly pack: CompiledPack;
  /** When it was in force, in words; none for the last text. */
  readonly when?: string;
  /** Whether a part reads as in no later text that is looked at: what reads the same needs one look. */
  readonly isOwn: (path: Path) => boolean;
}

/** The last text of a document, and each earlier one by which a case, or something in it, was assessed. */
export function usedTexts(pack: CompiledPack, cases: readonly Assessment[]): UsedText[] {
  const { editions = [pack] } = pack;
  const used = new Set(cases.flatMap((assessment) => startsIn(assessment, pack)));
  const looked = editions.filter((text) => text.period === pack.period || used.has(startOf(text)));
  return looked.map((text, i): UsedText => {
    const later = looked.slice(i + 1);
    if (text.period === pack.period) return { pack: text, isOwn: () => true };
    const isOwn = (path: Path): boolean => later.every((one) => partAt(one, path) !== partAt(text, path));
    return { pack: text, when: periodInWords(text.period ?? {}), isOwn };
  });
}

/** The texts of a document by which an assessment was made: of the whole, and of each review or challenge. */
const startsIn = ({ packs, findings }: Assessment, { pack: { pack: id } }: CompiledPack): string[] => {
  const own = [...packs, ...findings.map((finding) => finding.pack)].filter((one) => one.pack.pack === id);
  return [...new Set(own)].map(startOf);
};

const startOf = ({ period }: CompiledPack): string => period?.from ?? '';

/** The rule, requirement, indicator or other part around a place, as it is written. */
function partAt({ pack }: CompiledPack, path: Path): string | undefined {
  const isRule = path[4] === 'rules';
  const isOfQuestion = path[0] === 'questions' && !isRule;
  const place = path.slice(0, isRule ? 6 : isOfQuestion ? 3 : 2);
  const part = place.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    pack,
  );
  return JSON.stringify(part);
}

/** A document in which one of its texts is another. */
export function withText(pack: CompiledPack, other: CompiledPack): CompiledPack {
  if (!pack.editions) return other;
  const start = startOf(other);
  return knowingEachOther(pack.editions.map((one) => ({ ...(startOf(one) === start ? other : one) })));
}
