import { capital } from '../../../report/words/titles.ts';
import type { InterviewContext } from '../../flow/interview-context.ts';
import type { Field } from './entry-form.ts';

/** Something that can happen more than once, as a pack lists it. */
interface OccurrenceKind {
  readonly id: string;
  readonly says: string;
  readonly stages: Readonly<Record<string, string>>;
}

/** What the packs of a case say can happen more than once. */
export function occurrenceKinds({ session }: InterviewContext): OccurrenceKind[] {
  const kinds = new Map<string, OccurrenceKind>();
  for (const { pack } of session.book.packs) {
    for (const [id, { says, stages = {} }] of Object.entries(pack.occurrences ?? {}))
      kinds.set(id, { id, says, stages: { ...kinds.get(id)?.stages, ...stages } });
  }
  return [...kinds.values()];
}

/** What is asked of each: what it was and when, where it stands, and when what is asked for was done. */
export function occurrenceFields(context: InterviewContext): Field[] {
  const kinds = occurrenceKinds(context);
  return [
    {
      name: 'kind',
      question: 'What was it?',
      options: kinds.map(({ id, says }) => ({ value: id, name: capital(says) })),
      needed: true,
    },
    { name: 'date', question: 'When did it happen?', type: 'date', needed: true },
    ...kinds.filter(({ stages }) => Object.keys(stages).length > 0).flatMap(stageFields),
    ...doneFields(context),
  ];
}

function stageFields({ id, stages }: OccurrenceKind): Field[] {
  const isOf: Field['isOf'] = ({ kind }) => kind === id;
  const options = Object.entries(stages).map(([value, name]) => ({ value, name: capital(name) }));
  return [
    { name: 'stage', question: 'Where does it stand?', options, isOf },
    {
      name: 'stage_since',
      label: 'since',
      question: 'Since when?',
      type: 'date',
      isOf: (entry) => isOf(entry) && entry.stage !== undefined,
    },
    {
      name: 'closed',
      label: 'settled',
      question: 'When was it settled? Leave it out while it is open.',
      type: 'date',
      isOf,
    },
  ];
}

/** What is asked for each of them; what is settled needs no more. */
function doneFields({ session }: InterviewContext): Field[] {
  return session.book.packs.flatMap(({ requirements }) =>
    requirements.flatMap(({ id, requirement: { for_each: each, says, past } }): Field[] => {
      if (each?.occurrence === undefined) return [];
      const isOf: Field['isOf'] = ({ kind, stage, closed }) =>
        kind === each.occurrence && (each.stage === undefined || each.stage === stage) && closed === undefined;
      const question = `When was this done, or type no? ${says}`;
      return [{ name: id, path: ['done', id], label: past ?? says, question, type: 'date_or_no', isOf }];
    }),
  );
}
