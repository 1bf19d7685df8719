import { factsTaken } from '../../facts/derivations/table.ts';
import { documentsOf } from '../../files/policies/documents.ts';
import type { PolicyFolder } from '../../files/policies/policy-folder.ts';
import type { Io } from '../../io.ts';
import { UserError } from '../../messages/errors.ts';
import type { Verification } from '../../policy/verify/verify.ts';
import { type TemplateOptions, templatesFor } from '../note/notes-shared.ts';

/** The facts that the folder's own letters, notes and family forms name. Files with faults are told of elsewhere. */
export function namedInLetters(folder: PolicyFolder, options: TemplateOptions, io: Io): ReadonlySet<string> {
  try {
    const { files } = documentsOf(folder.layers, io.shipped.policies);
    const { texts, paths } = templatesFor(options, folder.layers, io);
    const lists = files.flatMap(({ own }) => [
      ...Object.values(own.family_words ?? {}),
      ...Object.values(own.family_days ?? {}),
    ]);
    const written = [...paths.keys()].flatMap((name) =>
      [...(texts[name] ?? '').matchAll(/\bfacts\.([a-z][a-z0-9_]*)/g)].flatMap(([, fact]) => fact ?? []),
    );
    return new Set([...lists.flat(), ...written]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Set();
  }
}

/** A fact that only a letter names, or from which one that it names is worked out, is of use. */
export function withoutNamed(verification: Verification, named: ReadonlySet<string>): Verification {
  const { facts } = verification.pack;
  const used = new Set<string>();
  const visit = (id: string): void => {
    if (used.has(id)) return;
    used.add(id);
    const how = facts.get(id)?.derive;
    for (const input of how ? factsTaken(how) : []) visit(input);
  };
  for (const id of named) visit(id);
  const isUsed = (id: string): boolean => id.startsWith('fact_unused:') && used.has(id.slice('fact_unused:'.length));
  return { ...verification, findings: verification.findings.filter(({ id }) => !isUsed(id)) };
}
