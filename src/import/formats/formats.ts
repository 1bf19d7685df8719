import type { Day } from '../../calendar/dates.ts';
import { known, type Safe, safe } from '../../messages/safe.ts';
import type { Origin } from '../child/context.ts';
import { Teller } from '../child/teller.ts';
import type { FormatMap } from '../map/map-schema.ts';
import { CODES, MAPS } from '../map/maps.built.ts';
import { type TreeNode, treeOf } from '../map/tree.ts';
import type { Problem, Reading } from '../reading.ts';
import type { Place, Source } from '../records.ts';
import { Values } from '../values/values.ts';

/** A format with the tree of its elements or keys. */
export interface TreeFormat {
  readonly map: FormatMap;
  readonly tree: TreeNode;
}

/** The formats that are read as XML, by their root elements. */
export const XML_FORMATS: ReadonlyMap<string, TreeFormat> = new Map(
  MAPS.flatMap((map) => (map.root && map.tree ? [[map.root, { map, tree: treeOf(map.tree) }]] : [])),
);

const [json] = MAPS.filter(({ tree, root }) => tree && !root);

/** The format that is read as JSON. @throws Error where there is no map of one */
export function jsonFormat(): TreeFormat {
  if (!json?.tree) throw new Error('There is no map of a JSON format.');
  return { map: json, tree: treeOf(json.tree) };
}

/** What the rows of a return are read with, once the day of its data is known. */
export function originOf(map: FormatMap, dataDate: Day): Origin {
  const label = safe`${known(map.name)} to ${known(dataDate)}`;
  const teller = new Teller();
  const source: Source = { kind: map.kind, dataDate, label };
  return { source, map, teller, values: new Values(map, CODES, teller) };
}

/** Said of a return that holds no date, where the person gave none. */
export const NEEDS_DATE = safe`This return does not say of which day its data is. Give that day with --data-date.`;

/** A file of which nothing is to be used, and why. */
export function refused(code: Safe, says: Safe, place: Place, shown?: string): Reading[] {
  const { file } = place;
  return [
    { type: 'problem', problem: { code, severity: 'error', says, place, refuses: 'file', ...(shown && { shown }) } },
    { type: 'file', tally: { file, used: false, rows: 0, skipped: 0, repeated: 0, notRead: [] } },
  ];
}

/** Something to say about a file that is used all the same. */
export const noted = (code: Safe, says: Safe, place: Place, severity: Problem['severity'] = 'note'): Reading => ({
  type: 'problem',
  problem: { code, severity, says, place },
});
