export { fastAnswer } from './fast-start.ts';
export { io } from './package-io.ts';
