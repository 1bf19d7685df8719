import { isDate, isWhole } from '../../calendar/dates.ts';
import { readText } from '../../files/read-text.ts';
import { readIdMap } from '../../import/case/id-map.ts';
import type { Identity } from '../../import/case/people.ts';
import { UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import type { CommonOptions } from '../common-options.ts';

/** What is said of the returns, by every command that reads them. */
export interface ReturnOptions extends CommonOptions {
  /** The day of the data, for returns that hold none. */
  readonly dataDate?: string;
  /** A map of ids: which case each id belongs to. */
  readonly map?: string;
  readonly sameIds?: boolean;
}

/** The same as it was typed, for a command that goes on from here. */
export const returnsGiven = ({
  against = [],
  dataDate,
  map,
  sameIds,
}: Omit<ReturnOptions, keyof CommonOptions> & { readonly against?: readonly string[] }): string[] => [
  ...against.flatMap((path) => ['--against', fileName(path)]),
  ...(dataDate ? ['--data-date', fileName(dataDate)] : []),
  ...(map ? ['--map', fileName(map)] : []),
  ...(sameIds ? ['--same-ids'] : []),
];

/** Options of `import`, as commander gives them. */
export interface ImportOptions extends ReturnOptions {
  readonly into: string;
  /** Whose procedures new cases go by. */
  readonly authority?: string;
  readonly who?: Identity['whom'];
  readonly dryRun?: boolean;
  /** Where the report goes; a table where it ends in `.csv`. */
  readonly report?: string;
  readonly force?: boolean;
}

/** What a person says about who is who. @throws UserError for a map that cannot be read */
export function identityOf({ map, sameIds, who }: ReturnOptions & Pick<ImportOptions, 'who'>): Identity {
  return {
    ...(map !== undefined && { map: readIdMap(map, readText(map)) }),
    sameIds: sameIds === true,
    whom: who ?? 'records',
  };
}

/** The day of the data as it was typed. @throws UserError where it is no whole day, or lies ahead */
export function dataDateOf({ dataDate }: ReturnOptions, today: string): { readonly dataDate?: string } {
  if (dataDate === undefined) return {};
  if (!isWhole(dataDate) || !isDate(dataDate))
    throw new UserError(safe`--data-date: write a whole date, such as 2026-03-31.`);
  if (dataDate > today) throw new UserError(safe`--data-date: this day has not come yet.`);
  return { dataDate };
}
