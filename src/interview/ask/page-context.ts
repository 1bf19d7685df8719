import type { Path } from '../../messages/diagnostic.ts';
import type { FactItem } from '../agenda/item.ts';
import type { InterviewContext } from '../flow/interview-context.ts';
import type { Answered } from '../flow/session.ts';
import type { Option } from '../prompters/prompter.ts';

/** An answer that was left as not yet known, or on which accounts differ. */
export interface LeftOpen {
  readonly item: FactItem;
  readonly path: Path;
  readonly isDisputed: boolean;
  readonly options: readonly Option<string>[];
}

/** What is known of a screen beside the case: what was opened on it, and what was left as not known. */
export interface PageMemory {
  /** Parts of questions that an answer has brought up. */
  readonly opened: Set<string>;
  /** Answers left as not yet known or disputed, by place in the file: who finds out is asked at the end. */
  readonly left: Map<string, LeftOpen>;
}

/** What a question about a fact has at hand: its answer may go into several cases. */
export interface FactContext extends Omit<PageContext, 'session'> {
  readonly session: Answered;
}

/** What the questions of a screen have at hand. */
export interface PageContext extends InterviewContext {
  readonly memory: PageMemory;
}
