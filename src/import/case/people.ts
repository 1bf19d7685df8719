import type { CaseFile } from '../../case/file/case-schema.ts';
import { importedFrom } from '../../case/file/imported.ts';
import { episodesIn } from '../../case/sheet/records.ts';
import { safe } from '../../messages/safe.ts';
import type { ChildRecords, ReturnKind } from '../records.ts';
import type { GatheredChild } from './gather.ts';
import type { IdMap } from './id-map.ts';
import { compare, type Remark } from './told.ts';

/** Which children get a case file where they have none. */
export const WHOM = ['records', 'known', 'all'] as const;

/** What a person says about who is who. */
export interface Identity {
  readonly map?: IdMap | undefined;
  /** An id is the same child in every system, and in the case files. */
  readonly sameIds: boolean;
  readonly whom: (typeof WHOM)[number];
}

/** One child, with what all returns say of it. */
export interface Person {
  readonly ref: string;
  readonly pieces: readonly ChildRecords[];
  readonly hasRecords: boolean;
  /** Whether a person has said that it is the child of this case. */
  readonly isDeclared: boolean;
}

/** The children that returns tell of, and those that have no case. */
export interface People {
  readonly persons: readonly Person[];
  /** Ids that cannot be references of a case. */
  readonly odd: readonly Remark[];
  /** How many are not in the map. */
  readonly unmapped: number;
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Puts together what is about one child: by the map, or by ids that are the same. Never by anything else. */
export function peopleIn(children: readonly GatheredChild[], { map, sameIds }: Identity): People {
  const byRef = new Map<string, GatheredChild[]>();
  const odd: Remark[] = [];
  let unmapped = 0;
  for (const child of children) {
    const mapped = map?.caseOf(child.kind, child.id);
    const ref = mapped ?? (map && !sameIds ? undefined : child.id);
    if (ref === undefined) unmapped += 1;
    else if (!REFERENCE.test(ref)) odd.push(oddId(child));
    else byRef.set(ref, [...(byRef.get(ref) ?? []), child]);
  }
  const persons = [...byRef].map(([ref, own]): Person => {
    return {
      ref,
      pieces: own.flatMap(({ pieces }) => pieces),
      hasRecords: own.some((one) => one.hasRecords),
      isDeclared: sameIds || own.every(({ kind, id }) => map?.caseOf(kind, id) !== undefined),
    };
  });
  return { persons: persons.sort((a, b) => compare(a.ref, b.ref)), odd, unmapped };
}

function oddId({ pieces }: GatheredChild): Remark {
  const says = safe`An id here cannot be the reference of a case: letters, digits, dots, dashes and underscores, at most 40. Give it a case in a map of ids (--map).`;
  const place = pieces[0]?.place;
  return { kind: 'conflict', code: safe`id_no_reference`, says, ...(place && { place }) };
}

/** The kinds of return that tell of children. */
export const kindsOf = (children: readonly GatheredChild[]): ReturnKind[] => [
  ...new Set(children.map(({ kind }) => kind)),
];

/** Whether a case file is known to be of this child: a person says so, or an import of the same kind wrote into it. */
export function isKnownCase({ isDeclared, pieces }: Person, file: CaseFile): boolean {
  const names = new Set(sourcesIn(file));
  return isDeclared || pieces.every(({ source }) => names.has(importedFrom(source.label)?.name));
}

/** The returns from which values of a case file are. */
function sourcesIn(file: CaseFile): (string | undefined)[] {
  const { child = {}, current_plan: plan, previous_plans: previous, meetings, visits } = file;
  const dates = Object.values(child).flatMap((date) => (typeof date === 'object' ? [date.source] : []));
  const plans = [...(previous?.plans ?? []), ...(typeof plan === 'object' ? [plan] : [])];
  const listed = [...plans, ...episodesIn(file), ...(meetings?.list ?? []), ...(visits?.list ?? [])];
  return [...dates, ...listed.map(({ source }) => source)].map((source) => importedFrom(source)?.name);
}
