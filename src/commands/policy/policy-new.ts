import { RESERVED } from '../../files/policies/policy-folder.ts';
import type { FoldersNamed } from '../../files/policies/shipped-files.ts';
import { writeStarter } from '../../files/policies/starter.ts';
import type { Io } from '../../io.ts';
import { EXIT, type ExitCode, UserError } from '../../messages/errors.ts';
import { fileName } from '../../messages/safe.ts';

export interface PolicyNewOptions {
  readonly policies?: FoldersNamed;
}

const ID = /^[a-z][a-z0-9-]{0,39}$/;

/** `cpplan policy new`: a commented starter pack that verifies, to be changed into a document of one's own. */
export async function policyNew(id: string, { policies = 'policies' }: PolicyNewOptions, io: Io): Promise<ExitCode> {
  if (!ID.test(id) || RESERVED.includes(id)) {
    throw new UserError(
      `\`${fileName(id)}\` cannot be the name of a pack: small letters, digits and dashes, such as \`exampleshire-plans\`.`,
    );
  }
  // Of several folders, the last stands on the others
  const named = [policies].flat().at(-1) as string;
  for (const path of writeStarter({ id, folder: named, today: io.today(), shipped: io.shipped }))
    io.out(`Written: ${fileName(path)}\n`);
  const folder = fileName(named);
  io.out(
    [
      'Next:',
      `  cpplan policy verify ${id} --policies ${folder}`,
      `  cpplan policy mutate ${id} --policies ${folder} --cases ${id}-cases --write-cases ${id}-cases`,
      '      (writes a first set of worked cases; keep those that say what the document says)',
      `  cpplan policy test ${id} --policies ${folder} --cases ${id}-cases`,
      '',
    ].join('\n'),
  );
  return EXIT.done;
}
