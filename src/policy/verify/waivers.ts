import * as z from 'zod';
import { DayText } from '../../calendar/date-text.ts';
import type { Day } from '../../calendar/dates.ts';
import { type Diagnostic, error, type Path, type Placed, place } from '../../messages/diagnostic.ts';
import { known } from '../../messages/safe.ts';
import { didYouMean } from '../../messages/suggest.ts';
import type { Source } from '../../yaml/read.ts';
import { Words } from '../../yaml/text-schema.ts';
import { validate } from '../../yaml/validate.ts';
import type { PolicyFinding } from './verify.ts';

const Waiver = z.strictObject({
  pack: Words.meta({ description: 'The pack in which it was found.' }),
  finding: Words.meta({ description: 'The id of the finding, as `policy verify` prints it in brackets.' }),
  reason: Words.meta({ description: 'Why it is accepted for now.' }),
  until: DayText.meta({ description: 'The last day on which it is accepted.' }),
});

/** Findings of `policy verify` that are accepted, each for a reason and for a time. */
export const WaiversSchema = z
  .strictObject({ version: z.literal(1), waivers: z.array(Waiver) })
  .meta({ id: 'waivers', title: 'cpplan waivers, version 1' });

export type Waiver = z.infer<typeof Waiver>;

/** A file of waivers that could be read. */
export interface ReadWaivers {
  readonly path: string;
  readonly source: Source;
  readonly waivers: readonly Waiver[];
}

/** Reads a file of waivers. */
export function readWaivers(
  path: string,
  source: Source,
): { readonly data: ReadWaivers | undefined; readonly diagnostics: readonly Placed<Diagnostic>[] } {
  const { data, diagnostics } = validate(WaiversSchema, source);
  return { data: data && { path, source, waivers: data.waivers }, diagnostics };
}

/** A finding that is accepted for now. */
export interface Waived {
  readonly finding: PolicyFinding;
  readonly waiver: Waiver;
}

/** The findings of one pack, apart by whether they are accepted on a day. */
export function sift(pack: string, findings: readonly PolicyFinding[], waivers: readonly Waiver[], today: Day) {
  const waiverOf = ({ id }: PolicyFinding): Waiver | undefined =>
    waivers.find((w) => w.pack === pack && w.finding === id && today <= String(w.until));
  const waived = findings.flatMap((finding): Waived[] => {
    const waiver = waiverOf(finding);
    return waiver ? [{ finding, waiver }] : [];
  });
  return { open: findings.filter((finding) => !waiverOf(finding)), waived };
}

/** Waivers that have run out, and waivers of what is not, or no longer, found. */
export function waiverFaults(
  { source, waivers }: ReadWaivers,
  found: ReadonlyMap<string, readonly PolicyFinding[]>,
  packs: readonly string[],
  today: Day,
): Placed<Diagnostic>[] {
  const say = (code: string, says: string, path: Path): Placed<Diagnostic>[] => [
    place(error(known(code), known(says), path), source.locate),
  ];
  return waivers.flatMap(({ pack, finding, until }, i) => {
    if (!packs.includes(pack)) {
      const says = `There is no pack \`${pack}\` in this folder.${didYouMean(pack, packs)}`;
      return say('waiver_unused', says, ['waivers', i, 'pack']);
    }
    const ids = found.get(pack)?.map(({ id }) => id);
    if (ids && !ids.includes(finding)) {
      const says = `\`${pack}\` has no finding \`${finding}\`: take this waiver out.${didYouMean(finding, ids)}`;
      return say('waiver_unused', says, ['waivers', i, 'finding']);
    }
    if (!ids || today <= String(until)) return [];
    return say('waiver_expired', `This waiver ran out on ${until}: look at the finding again.`, [
      'waivers',
      i,
      'until',
    ]);
  });
}
