/**
 * One of several questions that follow each other. `passed` where nothing had to be asked, so that the way back leads
 * past it.
 * @param canGoBack whether a question was asked before it
 */
export type Step = (canGoBack: boolean) => Promise<'asked' | 'passed' | 'back'>;

/** Asks one after the other; the way back leads to the question that was asked before. */
export async function inSteps(steps: readonly Step[]): Promise<void> {
  const asked: number[] = [];
  for (let at = 0; at < steps.length; ) {
    const ended = await steps[at]?.(asked.length > 0);
    if (ended === 'back') {
      at = asked.pop() ?? at;
      continue;
    }
    if (ended === 'asked') asked.push(at);
    at++;
  }
}
