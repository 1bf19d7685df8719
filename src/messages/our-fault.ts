/** What is told of a fault that is ours, with what helps to mend it. */
export const ourFault = (error: unknown): string =>
  isOfTheFolder(error)
    ? 'The folder that you are in is not there any more. Change to another folder, and try again.\n'
    : `This is a fault of cpplan, not of your file. Please report it with what follows.\n${error instanceof Error ? error.stack : String(error)}\n`;

/** Somebody took the working folder away: whatever asks for it fails. */
const isOfTheFolder = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
