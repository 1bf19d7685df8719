import { EXIT, UserError } from '../../messages/errors.ts';
import { fileName, safe } from '../../messages/safe.ts';
import { linesOf } from '../read/csv.ts';
import type { ReturnKind } from '../records.ts';

const COLUMNS = ['case', 'cin', 'ssda903', 'annex_a', 'ssd', 'api'] as const;

/** Which case the id of a child in one kind of return belongs to. */
export interface IdMap {
  readonly caseOf: (kind: ReturnKind, id: string) => string | undefined;
}

/**
 * Reads a map of ids: a CSV table with the column `case` and one for each kind of return, one row a case.
 * @throws UserError where it is no such table, or an id stands in it for two cases
 */
export function readIdMap(path: string, text: string): IdMap {
  const [head, ...rows] = [...linesOf([text.replace(/^\uFEFF/, '')], ',')];
  const names = head && 'cells' in head ? head.cells.map((cell) => cell.trim().toLowerCase()) : [];
  const columns = COLUMNS.map((name) => names.indexOf(name));
  if (columns[0] === -1 || columns.every((at, i) => i === 0 || at === -1))
    throw wrong(
      path,
      1,
      safe`A map of ids needs the column \`case\`, and at least one of: cin, ssda903, annex_a, ssd, api.`,
    );
  const cases = new Map<string, string>();
  for (const row of rows) {
    if (!('cells' in row)) throw wrong(path, row.openQuote, safe`A quote opens here and does not close.`);
    const [ref, ...ids] = columns.map((at) => (at < 0 ? '' : (row.cells[at] ?? '').trim()));
    if (ids.every((id) => id === '')) continue;
    if (!ref) throw wrong(path, row.line, safe`This row has ids and no case.`);
    for (const [i, id] of ids.entries()) {
      const key = `${COLUMNS[i + 1]} ${id}`;
      const before = cases.get(key);
      if (id !== '' && before !== undefined && before !== ref)
        throw wrong(path, row.line, safe`An id of this row stands in another row for another case.`);
      if (id !== '') cases.set(key, ref);
    }
  }
  return { caseOf: (kind, id) => cases.get(`${kind} ${id}`) };
}

const wrong = (path: string, line: number, says: ReturnType<typeof safe>): UserError =>
  new UserError(safe`${fileName(path)}:${line}: ${says}`, EXIT.misuse);
