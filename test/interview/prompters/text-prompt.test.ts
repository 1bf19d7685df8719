import { render } from '@inquirer/testing';
import { expect, it } from 'vitest';
import { textPrompt } from '../../../src/interview/prompters/text-prompt.ts';

it('a line that was written before can be gone back to and written on', async () => {
  const config = {
    message: 'What happened?',
    now: '',
    keep: () => undefined,
    isAside: () => false,
    inView: [],
    width: 80,
  };
  const { answer, events } = await render(textPrompt, config);
  events.type('One');
  events.keypress('enter');
  events.type('Two');
  events.keypress('up');
  events.type(' more');
  events.keypress('down');
  events.keypress('enter');
  events.type('.');
  events.keypress('enter');
  await expect(answer).resolves.toBe('One more\nTwo');
});
