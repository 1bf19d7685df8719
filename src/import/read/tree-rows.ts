import { known, type Safe, safe } from '../../messages/safe.ts';
import type { TableName, Target } from '../map/fields.ts';
import type { TreeNode } from '../map/tree.ts';
import type { Place } from '../records.ts';
import { GIVEN_TWICE, type Raw, type Row } from './rows.ts';

/** What a person would call a row of a table. */
const CALLED: Partial<Record<TableName, Safe>> = {
  referral: safe`case`,
  plan: safe`plan`,
  enquiry: safe`enquiry`,
  episode: safe`episode`,
  steps: safe`pre-proceedings`,
};

interface Spot {
  readonly line: number;
  readonly column: number;
  readonly header: Safe;
}

/** A row that is being read out of nested elements or keys. */
class TreeRow implements Row {
  private readonly texts: Record<string, Raw> = {};
  private readonly spots: Record<string, Spot> = {};
  private counts: Partial<Record<TableName, number>> | undefined;
  private number = 0;
  private words: Safe | undefined;

  constructor(
    readonly table: TableName,
    readonly parent: TreeRow | undefined,
    private readonly file: string,
    private readonly line: number,
    private readonly column: number,
  ) {
    if (!parent) return;
    parent.counts ??= {};
    this.number = parent.counts[table] = (parent.counts[table] ?? 0) + 1;
  }

  text(field: string): Raw | undefined {
    return this.texts[field];
  }

  /** Takes a value; a second one that differs makes both unreadable. */
  take(field: string, text: Raw, line: number, column: number, header: Safe): void {
    const held = this.texts[field];
    if (held === undefined) {
      this.texts[field] = text;
      this.spots[field] = { line, column, header };
    } else if (held !== text) {
      this.texts[field] = GIVEN_TWICE;
    }
  }

  place(field?: string): Place {
    const { file } = this;
    const spot = field === undefined ? undefined : this.spots[field];
    const within = this.within();
    if (!spot)
      return within === ''
        ? { file, line: this.line, column: this.column }
        : { file, line: this.line, column: this.column, within };
    const { line, column, header } = spot;
    return within === '' ? { file, line, column, header } : { file, line, column, header, within };
  }

  /** `case 2, plan 1`. */
  private within(): Safe {
    if (this.words !== undefined) return this.words;
    const [above, called] = [this.parent?.within() ?? known(''), CALLED[this.table]];
    if (called === undefined) this.words = above;
    else this.words = known(above === '' ? `${called} ${this.number}` : `${above}, ${called} ${this.number}`);
    return this.words;
  }
}

/** Follows elements or keys through the tree of a map, and makes rows of what is wanted; all else is passed over. */
export class TreeWalk {
  private readonly nodes: (TreeNode | undefined)[] = [];
  private readonly rows: (TreeRow | undefined)[] = [];
  /** The rows of the child that is being read. */
  found: TreeRow[] = [];

  constructor(
    private readonly root: TreeNode,
    private readonly file: string,
  ) {}

  get node(): TreeNode | undefined {
    return this.nodes.at(-1);
  }
  private get row(): TreeRow | undefined {
    return this.rows.at(-1);
  }

  /** Goes into an element; the root element is the tree itself. */
  enter(name: string, line: number, column: number): TreeNode | undefined {
    const node = this.nodes.length === 0 ? this.root : this.node?.inside.get(name);
    const row = node?.opens ? this.open(node.opens, line, column) : this.row;
    this.nodes.push(node);
    this.rows.push(row);
    return node;
  }

  /** The text of the element in which the walk stands. */
  value(target: Target, text: string, line: number, column: number): void {
    let row = this.row;
    while (row && row.table !== target.table) row = row.parent;
    // a value without a row of its table around it is a row by itself
    row ??= this.open(target.table, line, column);
    row.take(target.field, text, line, column, this.node?.name ?? known(''));
  }

  leave(): TreeNode | undefined {
    this.rows.pop();
    return this.nodes.pop();
  }

  private open(table: TableName, line: number, column: number): TreeRow {
    const row = new TreeRow(table, this.row, this.file, line, column);
    this.found.push(row);
    return row;
  }
}
