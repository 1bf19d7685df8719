import { truthIn } from '../../assess/case/project.ts';
import { hasDied } from '../../case/sheet/unconfirmed.ts';
import type { CompiledRequirement } from '../../policy/compile/compiled.ts';
import { asksOf } from '../../report/words/after-death.ts';
import { capital } from '../../report/words/titles.ts';
import { type CaseView, isUnborn } from './case-view.ts';
import type { AnalysisItem, FactItem } from './item.ts';

/** What is asked on a screen of what must be on record: the act alone, which the title asks for. */
export const actOf = (item: FactItem): string =>
  (!item.fact.asks && item.shows.find(({ id }) => id === item.key)?.requirement.says) || questionFor(item);

/** The question that is put for a fact; for the record of a requirement, whether it is done. */
export function questionFor({ fact, key, shows }: FactItem, view?: Pick<CaseView, 'file' | 'asAt'>): string {
  const asks = asksOf(fact, view !== undefined && hasDied(view.file, view.asAt));
  if (asks) return asks;
  const own = shows.find(({ id }) => id === key);
  return own ? `Is this done, and on record? ${own.requirement.says}` : `${capital(fact.label)}?`;
}

/** The matters of a text that apply, or may yet, as far as is known. */
export function mattersIn({ pack, matters }: AnalysisItem, { masks }: CaseView): CompiledRequirement[] {
  const known = masks.get(pack) ?? [];
  return matters.filter((matter) => truthIn(pack, matter.applies, known) !== false);
}

/** Questions that help to think a text through; an unborn child has said nothing yet. */
export const promptsFor = (
  { prompts, ofTheChild }: Pick<AnalysisItem, 'prompts' | 'ofTheChild'>,
  { file }: Pick<CaseView, 'file'>,
): readonly string[] => (isUnborn(file) ? prompts : [...ofTheChild, ...prompts]);
