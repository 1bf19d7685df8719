import { checkedBySchema } from '../case/file/read-case.ts';
import type { Diagnostic, Placed } from '../messages/diagnostic.ts';
import { readYaml } from '../yaml/read.ts';
import { assessedBy, withDefaults } from './case-opener.ts';
import type { OpenedCase } from './opened.ts';

/** What a case keeps, however its text changes: its place, its procedures and the day. */
export type CaseBasis = Pick<OpenedCase, 'path' | 'config' | 'policies' | 'book' | 'asAt'>;

/** An opened case as its text reads now, by the same rulebook and on the same day. */
export function reopened(basis: CaseBasis, text: string): OpenedCase | { readonly why: readonly Placed<Diagnostic>[] } {
  const { path, config, policies, asAt, book } = basis;
  const source = readYaml(text);
  const { file, diagnostics } = checkedBySchema(source);
  if (!file) return { why: diagnostics };
  return assessedBy({ path, source, file: withDefaults(file, config), config, policies, asAt }, book);
}
