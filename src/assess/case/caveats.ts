import { entryValue, provenanceOf } from '../../case/file/entry-value.ts';
import type { FactSheet } from '../../case/sheet/fact-sheet.ts';
import { optionInWords } from '../../facts/fact.ts';
import { joined, known, type Safe, safe } from '../../messages/safe.ts';
import type { CompiledPack } from '../../policy/compile/compiled.ts';
import type { ReadyRequirement } from './ready.ts';

/** What one assessment looks at. */
interface Seen {
  readonly pack: CompiledPack;
  readonly sheet: FactSheet;
}

/** What must be said with something that counts as in place: that its text is in doubt, or who and when is missing. */
export function caveatOn(own: ReadyRequirement, seen: Seen): Safe | undefined {
  const { kind } = own.requirement;
  if (own.matter !== undefined) {
    const doubt = seen.sheet.states.get(own.matter)?.doubt;
    return doubt && safe`look again: ${inside(doubt)}`;
  }
  if (kind !== 'approval' && kind !== 'record') return undefined;
  const missing = unsigned(own, seen.sheet);
  if (missing === undefined) return undefined;
  const said = kind === 'approval' ? own.openChoices.flatMap((fact) => decidedIn(fact, seen)) : [];
  return said.length === 0 ? missing || undefined : joined(missing ? [...said, missing] : said, safe`; `);
}

/** A sentence of ours as a part of another. */
const inside = (text: Safe): Safe => known(`${text.charAt(0).toLowerCase()}${text.slice(1).replace(/[.]$/, '')}`);

/** What an approval came to, where it is more than given or not given. */
function decidedIn(id: string, { pack, sheet }: Seen): Safe[] {
  const fact = pack.facts.get(id);
  const entry = sheet.states.get(id)?.entry;
  const value = entry === undefined ? undefined : entryValue(entry);
  return fact?.type === 'choice' && value !== undefined ? [known(optionInWords(fact, String(value)))] : [];
}

const NOTHING = safe``;

/** What the file does not say of what shows it: by whom it is, or when; undefined where nothing in the file does. */
function unsigned({ shownBy }: ReadyRequirement, { states }: FactSheet): Safe | undefined {
  let [isThere, isSigned, isDated] = [false, false, false];
  for (const fact of shownBy) {
    const entry = states.get(fact)?.entry;
    if (entry === undefined) continue;
    const { by, post, date } = provenanceOf(entry);
    isThere = true;
    if (by ?? post) isSigned = true;
    if (date) isDated = true;
  }
  if (!isThere) return undefined;
  if (isSigned && isDated) return NOTHING;
  return isSigned ? NO_DAY : isDated ? NO_NAME : safe`${NO_NAME} or when`;
}

const NO_NAME = safe`recorded, not by whom`;
const NO_DAY = safe`recorded, not when`;
