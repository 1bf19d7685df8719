import { entryValue, provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { optionInWords } from '../../facts/fact.ts';
import { support } from '../../logic/walks.ts';
import { joined, known, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack, CompiledRequirement } from '../../policy/compile/compiled.ts';
import { evidenceFacts } from './done-on.ts';
import { truthIn } from './project.ts';

/** What one assessment looks at. */
interface Seen {
  readonly pack: CompiledPack;
  readonly sheet: FactSheet;
}

/** What must be said with something that counts as in place: that its text is in doubt, or who and when is missing. */
export function caveatOn(compiled: CompiledRequirement, { pack, sheet }: Seen): Safe | undefined {
  const { id, requirement } = compiled;
  const { kind, in: text } = requirement;
  if (text !== undefined) {
    const doubt = sheet.states.get(`${text}.${id}`)?.doubt;
    return doubt && safe`look again: ${inside(doubt)}`;
  }
  if (kind !== 'approval' && kind !== 'record') return undefined;
  const entries = evidenceFacts(compiled, pack).flatMap((fact) => sheet.states.get(fact)?.entry ?? []);
  if (entries.length === 0) return undefined;
  const several = kind === 'approval' ? choicesIn(compiled, pack) : [];
  const said = several.flatMap((fact) => decidedIn(fact, { pack, sheet }));
  const all = [...said, ...unsigned(entries.map(provenanceOf))];
  return all.length === 0 ? undefined : joined(all, safe`; `);
}

/** A sentence of ours as a part of another. */
const inside = (text: Safe): Safe => known(`${text.charAt(0).toLowerCase()}${text.slice(1).replace(/[.]$/, '')}`);

const choices = new WeakMap<CompiledRequirement, readonly string[]>();

/** The facts of which several values show the same; the same for every case. */
function choicesIn(compiled: CompiledRequirement, pack: CompiledPack): readonly string[] {
  let found = choices.get(compiled);
  if (!found) {
    const open = support(compiled.evidence).filter((v) => isOpen(v, compiled.evidence, pack));
    choices.set(compiled, (found = open.map((v) => pack.variables[v]?.fact as string)));
  }
  return found;
}

/** Whether several values of a fact can show the same as evidence: only then its value says more than that it is met. */
function isOpen(variable: number, evidence: CompiledRequirement['evidence'], pack: CompiledPack): boolean {
  const regions = pack.variables[variable]?.regions ?? 0;
  const shows = Array.from({ length: regions }, (_, region) => {
    const masks = pack.variables.map((__, v) => (v === variable ? 1 << region : undefined));
    return truthIn(pack, evidence, masks) !== false;
  });
  return shows.filter(Boolean).length > 1;
}

/** What an approval came to, where it is more than given or not given. */
function decidedIn(id: string, { pack, sheet }: Seen): Safe[] {
  const fact = pack.facts.get(id);
  const entry = sheet.states.get(id)?.entry;
  const value = entry === undefined ? undefined : entryValue(entry);
  return fact?.type === 'choice' && value !== undefined ? [known(optionInWords(fact, String(value)))] : [];
}

/** What an approval or a record does not say: by whom it is, or when. */
function unsigned(records: readonly ReturnType<typeof provenanceOf>[]): Safe[] {
  const missing = [
    ...(records.some(({ by, post }) => by ?? post) ? [] : [safe`by whom`]),
    ...(records.some(({ date }) => date) ? [] : [safe`when`]),
  ];
  return missing.length === 0 ? [] : [safe`recorded, not ${joined(missing, safe` or `)}`];
}
