import type { Knowledge } from '../../facts/knowledge.ts';
import { overlaps } from '../../logic/span.ts';
import type { Test } from './condition.ts';

/** Whether what is known of a fact lies wholly within a test (true), wholly outside (false), or neither. */
export function testHolds(test: Test, known: Knowledge | undefined): boolean | undefined {
  if (known === undefined || known.kind === 'days') return undefined;
  if (known.kind === 'options' && 'options' in test) {
    let allowed = 0;
    for (const option of test.options) allowed |= 1 << option;
    if ((known.mask & allowed) === 0) return false;
    return (known.mask & ~allowed) === 0 ? true : undefined;
  }
  if (known.kind !== 'span' || !('spans' in test)) return undefined;
  const { span } = known;
  if (test.spans.some((s) => s.lo <= span.lo && span.hi <= s.hi)) return true;
  return test.spans.some((s) => overlaps(s, span)) ? undefined : false;
}
