import { optionInWords, optionsOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/vocabulary-schema.ts';
import { spanInWords } from '../../logic/span.ts';
import type { Variable } from '../compile/variables.ts';
import type { Condition, Test } from './condition.ts';
import { questionOf, termOf } from './pack.ts';
import type { ReadPack } from './read-pack.ts';

/** What words need: the facts, and the pack's own terms and questions. */
export type Speech = Pick<ReadPack, 'pack' | 'facts'>;

/** A condition as one line of plain words; brackets show what belongs together. */
export function conditionInWords(condition: Condition, speech: Speech): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.length === 0 ? 'always' : joined(condition.of, '; and ', speech);
    case 'any':
      return condition.of.length === 0 ? 'never' : joined(condition.of, '; or ', speech);
    case 'not':
      return `not (${conditionInWords(condition.of, speech)})`;
    case 'test':
      return factTestInWords(condition.fact, condition.test, speech);
    case 'term':
      return termOf(speech.pack, condition.term).says;
    case 'outcome':
      return `${questionOf(speech.pack, condition.question).title} ends in “${outcomeInWords(condition, speech)}”`;
  }
}

/** The outcome in a few words, to stand inside a sentence. */
function outcomeInWords({ question, outcome }: Extract<Condition, { kind: 'outcome' }>, { pack }: Speech): string {
  const { label, says = outcome } = questionOf(pack, question).outcomes[outcome] ?? {};
  return (label ?? says.match(/^.*?[.](?=\s)/)?.[0] ?? says).replace(/[.]$/, '');
}

function joined(parts: readonly Condition[], by: string, speech: Speech): string {
  if (parts.length === 1) return conditionInWords(parts[0] as Condition, speech);
  return parts
    .map((part) => {
      const words = conditionInWords(part, speech);
      return (part.kind === 'all' || part.kind === 'any') && part.of.length > 1 ? `(${words})` : words;
    })
    .join(by);
}

function factTestInWords(id: string, test: Test, { facts }: Speech): string {
  const fact = facts.get(id);
  return fact ? `${fact.label}: ${testInWords(fact, test)}` : id;
}

/** The values that a test allows, in words. */
export function testInWords(fact: Fact, test: Test): string {
  if ('spans' in test) return test.spans.map((span) => withUnit(fact, spanInWords(span))).join(' or ');
  const options = optionsOf(fact);
  const words = test.options.map((place) => optionInWords(fact, options[place] as string));
  return (fact.type === 'choice' ? words.map((option) => `“${option}”`) : words).join(' or ');
}

const withUnit = (fact: Fact, words: string): string =>
  fact.type === 'months' ? `${words} ${words === '1' ? 'month' : 'months'}` : words;

/** One region of a fact in words, with the fact's name before it. */
export function regionInWords({ fact, spans }: Variable, region: number, speech: Speech): string {
  const span = spans?.[region];
  return factTestInWords(fact, span ? { spans: [span] } : { options: [region] }, speech);
}
