import type { Day } from '../../calendar/dates.ts';
import type { CaseFile } from '../../case/file/case-schema.ts';
import { changedByHand } from '../../case/file/imported.ts';
import type { Path } from '../../messages/diagnostic.ts';
import type { Edit } from '../../yaml/write.ts';
import { type Differing, NOTHING, type Outcome } from '../case/put.ts';
import { putIntoCase } from '../case/put-all.ts';
import { tell } from '../case/tell.ts';
import type { ChildRecords, Source } from '../records.ts';
import { placeInWords } from '../report/text.ts';
import { inWords } from './in-words.ts';
import { NO_ROW, notInReturns } from './not-in-returns.ts';

/** Whose word a person takes, where a case file and a return have something else; `both` where both can be right. */
export type Side = 'case_file' | 'return' | 'both';

/** Something of which a case file and a return have something else, as it is put to a person. */
export interface Difference {
  /** The same as long as both sides stay as they are. */
  readonly key: string;
  readonly question: string;
  /** Each side with where it is from. */
  readonly beside: readonly string[];
  readonly options: readonly { readonly side: Side; readonly name: string; readonly letter: string }[];
  /** What each choice writes into the case file. */
  readonly edits: Readonly<Partial<Record<Side, readonly Edit[]>>>;
}

/** What returns say of one child, to be held beside its case file. */
export interface OfChild {
  /** Every record of this child, from every return that was read. */
  readonly pieces: readonly ChildRecords[];
  /** Every return that was read. */
  readonly sources: readonly Source[];
}

/**
 * What a case file and the returns do not agree on, one thing after the other. Nothing is chosen here: a choice of the
 * return is what an import would write; a choice of the case file is kept in it, so that the same is not put again.
 */
export function differences(file: CaseFile, { pieces, sources }: OfChild, today: Day): Difference[] {
  const told = tell(pieces);
  const outcome = putIntoCase(told, file);
  const keeper = new Keeper(file, today);
  const sides = outcome.items.flatMap((item) => (item.sides && item.kind !== 'kept' ? [item.sides] : []));
  return [
    ...sides.filter(isPut).map((one) => keeper.chosen(one)),
    ...notInReturns(file, told, sources)
      .filter(({ isKept }) => !isKept)
      .map(({ about, source }) => keeper.missing(about, source)),
    ...keeper.offered(outcome),
  ];
}

/** What sources do not agree on among themselves: no side of it is the case file. */
export const amongSources = (pieces: readonly ChildRecords[]): string[] =>
  tell(pieces).remarks.flatMap(({ kind, says, shown }) =>
    kind === 'conflict' ? [`${says} ${shown ?? ''}`.trim()] : [],
  );

/** The category of a plan that ends is put once the end has been decided. */
const isPut = ({ path, take }: Differing): boolean => take.length > 0 || path.join('.') !== 'current_plan.category';

const [CASE_FILE, RETURN] = ['what the case file says', 'what the return says'];

/** The choices about one case file, and how they are written into it. */
class Keeper {
  constructor(
    readonly file: CaseFile,
    readonly today: Day,
  ) {}

  /** One of two sides, or both. */
  chosen(sides: Differing): Difference {
    const { about, held, told, from, take, both } = sides;
    return {
      key: `${about}: ${held}, ${told}`,
      question: `The case file and a return do not agree on ${inWords(about)}. Which is right?`,
      beside: [
        `The case file: ${inWords(held)}.`,
        `${inWords(from.source.label)}: ${inWords(told)}. See ${placeInWords(from.place)}.`,
        ...(BESIDE[about] ? [BESIDE[about]] : []),
        ...(take.length === 0 ? ['To take what the return says, correct the case file by hand.'] : []),
      ],
      options: [
        { side: 'case_file', name: CASE_FILE, letter: 'c' },
        ...(take.length > 0 ? [{ side: 'return' as const, name: RETURN, letter: 'r' }] : []),
        ...(both ? [{ side: 'both' as const, name: 'both: they are two', letter: 'b' }] : []),
      ],
      edits: { case_file: this.#kept(sides), ...(take.length > 0 && { return: take }), ...(both && { both }) },
    };
  }

  /** A plan that should be in a return and is not: only the case file has a side to choose. */
  missing(about: string, source: Source): Difference {
    return {
      key: `${about}: ${NO_ROW}`,
      question: `The return has no row of ${inWords(about)} that could be read. Is the plan right?`,
      beside: [
        `Looked for in: ${inWords(source.label)}.`,
        'If it is the plan of another child, take it out of the case file by hand.',
      ],
      options: [{ side: 'case_file', name: 'yes, the plan is right', letter: 'y' }],
      edits: { case_file: [this.#entry(0, { about, held: 'there', told: NO_ROW, label: source.label })] },
    };
  }

  /** What the returns have and the case file does not: each plan by itself, all else of one part together. */
  offered({ offers }: Outcome): Difference[] {
    const groups = new Map<string, (typeof offers)[number][]>();
    for (const offer of offers) {
      const { path } = offer.edit;
      const isPlan = path.length === 1 || (path[0] === 'previous_plans' && path.length === 3);
      const key = isPlan ? offer.about : (PARTS[String(path[0])] ?? 'something');
      groups.set(key, [...(groups.get(key) ?? []), offer]);
    }
    return [...groups].map(([part, all]) => ({
      key: `${part}: ${all.map(({ about, told }) => `${about} ${told}`).join('; ')}`,
      question: `A return has ${inWords(part)}, and the case file does not. Add it?`,
      beside: all.map(
        ({ about, told, from }) =>
          `- ${inWords(about)}: ${inWords(told)}. ${inWords(from.source.label)}, ${placeInWords(from.place)}.`,
      ),
      options: [
        { side: 'return', name: 'yes, add it', letter: 'y' },
        { side: 'case_file', name: 'no, the case file is right', letter: 'n' },
      ],
      edits: {
        return: inRow(
          all.map(({ edit }) => edit),
          this.file,
        ),
        case_file: all.map(({ about, told, from: { source } }, i) =>
          this.#entry(i, { about, held: NOTHING, told, label: source.label }),
        ),
      },
    }));
  }

  /** A person's word for what the case file says: the record is theirs, or goes on as they say today. */
  #kept({ about, held, told, from: { source }, record, goesOn }: Differing): Edit[] {
    const isOpen = goesOn !== undefined && at(this.file, [...goesOn, 'open_on']) !== undefined;
    const own = record && changedByHand(at(this.file, [...record, 'source']) as string | undefined);
    return [
      this.#entry(0, { about, held: isOpen ? `confirmed on ${this.today}` : held, told, label: source.label }),
      ...(isOpen ? [{ path: [...goesOn, 'confirmed'], value: this.today }] : []),
      ...(record && own !== undefined ? [{ path: [...record, 'source'], value: own }] : []),
    ];
  }

  #entry(
    i: number,
    { about, held, told, label }: { about: string; held: unknown; told: unknown; label: string },
  ): Edit {
    const value = { about, case_file: held, return: told, source: label, kept: this.today };
    return { path: ['differences', (this.file.differences?.length ?? 0) + i], value };
  }
}

const BESIDE: Readonly<Record<string, string>> = {
  'the date of birth': 'If they are two children, leave this open, and correct the ids.',
};

/** What is offered together, by the part of the case file that it joins. */
const PARTS: Readonly<Record<string, string>> = {
  child: 'a date of the child',
  previous_plans: 'more about a plan',
  current_plan: 'more about a plan',
  looked_after: 'more about times in care',
  meetings: 'more conferences or reviews',
  visits: 'more about visits',
  pre_proceedings: 'more steps of pre-proceedings',
  dates: 'more about the present enquiry',
  targets: 'more about the present enquiry',
};

/** Edits by themselves: what they add to a list stands one after the other, whatever else an import would have added. */
function inRow(edits: readonly Edit[], file: CaseFile): Edit[] {
  const next = new Map<string, number>();
  return edits.map(({ path, value }) => {
    const [last, list] = [path.at(-1), path.slice(0, -1)];
    const length = (at(file, list) as readonly unknown[] | undefined)?.length ?? 0;
    if (typeof last !== 'number' || last < length) return { path, value };
    const place = next.get(list.join()) ?? length;
    next.set(list.join(), place + 1);
    return { path: [...list, place], value };
  });
}

const at = (file: CaseFile, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    file,
  );
