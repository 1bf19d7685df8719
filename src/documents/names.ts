import { type Diagnostic, error, type Path } from '../messages/diagnostic.ts';
import { known } from '../messages/safe.ts';
import { didYouMean } from '../messages/suggest.ts';
import type { CompiledPack } from '../policy/compile/compiled.ts';
import type { Document, DocumentsPart } from './schema.ts';

/** What a list of documents can name: what stands in a folder of policies, and the templates. */
export interface Nameable {
  readonly packs: readonly CompiledPack[];
  readonly roles: Readonly<Record<string, unknown>>;
  readonly templates: Iterable<string>;
}

/** Names in the list of documents that stand for nothing in the pack that they speak of. */
export function wrongNames({ documents = {} }: DocumentsPart, pack: CompiledPack): Diagnostic[] {
  return Object.entries(documents)
    .filter(([, document]) => document.pack === pack.pack.pack)
    .flatMap(([name, document]) => namesIn(document, pack, ['documents', name]));
}

/** The same for every pack of a folder, with the names of packs, roles, templates, questions and facts. */
export function wrongNamesIn(list: DocumentsPart, folder: Nameable): Diagnostic[] {
  const { packs } = folder;
  const templates = [...folder.templates];
  const facts = packs.flatMap((pack) => [...pack.facts]);
  const questions = packs.flatMap(({ pack }) => Object.keys(pack.questions));
  const dates = facts.filter(([, { type }]) => type === 'date');
  const ids = (list: typeof facts): string[] => list.map(([id]) => id);
  return [
    ...Object.entries(list.notes ?? {}).flatMap(([whom, note]) => [
      ...Object.entries(note?.forms ?? {}).flatMap(([form, name]) =>
        unknown('template', [name], templates, ['notes', whom, 'forms', form]),
      ),
      ...unknown('question', note?.leave_out ?? [], questions, ['notes', whom, 'leave_out']),
    ]),
    ...lists(list.family_words ?? {}, ids(facts), ['family_words'], 'fact'),
    ...lists(list.family_days ?? {}, ids(dates), ['family_days'], 'date'),
    ...packs.flatMap((pack) => wrongNames(list, pack)),
    ...Object.entries(list.documents ?? {}).flatMap(([name, document]) => {
      const at = ['documents', name];
      return [
        ...unknown('template', [document.template], templates, [...at, 'template']),
        ...ofPack(document, folder, at),
      ];
    }),
  ];
}

const lists = (group: Readonly<Record<string, readonly string[]>>, right: readonly string[], at: Path, what: What) =>
  Object.entries(group).flatMap(([id, names]) => unknown(what, names, right, [...at, id]));

/** A pack that is not there; else roles that neither it nor the vocabulary has. */
function ofPack({ pack: name, by, needs = [] }: Document, { packs, roles: shared }: Nameable, at: Path): Diagnostic[] {
  const pack = packs.find((one) => one.pack.pack === name);
  if (!pack)
    return unknown(
      'pack',
      [name],
      packs.map((one) => one.pack.pack),
      [...at, 'pack'],
    );
  const roles = Object.keys({ ...shared, ...pack.pack.roles });
  const deciders = needs.flatMap((need, i) =>
    'decision' in need ? unknown('role', need.by, roles, [...at, 'needs', i, 'by']) : [],
  );
  return [...unknown('role', [by], roles, [...at, 'by']), ...deciders];
}

function namesIn({ clauses, due, needs = [] }: Document, { pack }: CompiledPack, path: Path): Diagnostic[] {
  const requirements = Object.keys(pack.requirements);
  const outcomes = (question: string, given: readonly string[], at: Path): Diagnostic[] => {
    const known = Object.keys(pack.questions[question]?.outcomes ?? {});
    return [
      ...unknown('question', [question], Object.keys(pack.questions), at),
      ...(known.length > 0 ? unknown('outcome', given, known, [...at, 'outcomes']) : []),
    ];
  };
  const one = (part: Document['due'] | NonNullable<Document['needs']>[number], at: Path): Diagnostic[] => {
    if ('requirement' in part) return unknown('requirement', [part.requirement], requirements, at);
    return outcomes('decision' in part ? part.decision : part.question, part.outcomes ?? [], at);
  };
  return [
    ...unknown('clause', clauses, Object.keys(pack.clauses), [...path, 'clauses']),
    ...one(due, [...path, 'due']),
    ...needs.flatMap((need, i) => one(need, [...path, 'needs', i])),
  ];
}

type What = 'clause' | 'requirement' | 'question' | 'outcome' | 'template' | 'fact' | 'date' | 'role' | 'pack';

/** Where each kind of name should have stood. */
const WHERE: Readonly<Record<What, string>> = {
  clause: 'The pack has',
  requirement: 'The pack has',
  question: 'There is',
  outcome: 'The pack has',
  template: 'There is',
  fact: 'The packs of this folder have',
  date: 'The packs of this folder have',
  role: 'The pack and the vocabulary have',
  pack: 'This folder has',
};

function unknown(what: What, given: readonly string[], right: readonly string[], path: Path): Diagnostic[] {
  return given
    .filter((name) => !right.includes(name))
    .map((name) => {
      const says = known(`${WHERE[what]} no ${what} \`${name}\`.${didYouMean(name, right)}`);
      return error(known(`unknown_${what}`), says, path);
    });
}
