import type { Fact, LifeEvent } from '../../facts/vocabulary-schema.ts';
import type { Diagnostic, Path } from '../../messages/diagnostic.ts';
import { parseTest } from '../pack/condition.ts';
import { error, unlessKnown } from './check-names.ts';
import type { Draft } from './draft.ts';

type Events = Readonly<Record<string, LifeEvent>>;

/** Events that set a fact which is not there, or to a value that it cannot have. */
export function checkEvents(events: Events | undefined, facts: ReadonlyMap<string, Fact>): Diagnostic[] {
  const values = Object.entries(events ?? {}).flatMap(([id, { given = {}, sets }]) => [
    ...Object.entries(given).map(([fact, value]) => ({ fact, value, path: ['events', id, 'given', fact] })),
    ...Object.entries(sets).map(([fact, value]) => ({ fact, value, path: ['events', id, 'sets', fact] })),
  ]);
  return values.flatMap(({ fact, value, path }) => {
    const definition = facts.get(fact);
    if (!definition) return unlessKnown(fact, { what: 'a fact', names: facts.keys() }, path);
    if (definition.type === 'date')
      return [error('event_value', `\`${fact}\` is a date: set a fact derived from it.`, path)];
    const test = parseTest(definition, [value].flat());
    return 'wrong' in test ? [error('event_value', `\`${fact}\` ${test.expects}`, path)] : [];
  });
}

/** What a pack says of events: its own, and those with which duties end. */
export function checkEnds({ pack, vocabulary, names }: Draft): Diagnostic[] {
  const events = Object.keys({ ...vocabulary.events, ...pack.events });
  const owners = [{ ...pack, path: [] as Path }, ...Object.values(pack.questions), ...Object.values(pack.requirements)];
  const ends = owners.flatMap(({ ends_with: list = [], path }) =>
    list.flatMap(({ event }, i) =>
      unlessKnown(event, { what: 'an event of the vocabulary or', names: events }, [...path, 'ends_with', i, 'event']),
    ),
  );
  return [...checkEvents(pack.events, names.facts), ...ends];
}
