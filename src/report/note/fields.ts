/** What a template may name; null stands for what is not known, and comes out as a visible blank. */
export type Field = string | number | boolean | null | readonly Field[] | Fields;

export interface Fields {
  readonly [name: string]: Field;
}
