import type { ConstraintModel } from './constraint-model';
import { cpSatModel, cpSatParameters } from './cp-sat-model';
import type { PeerAnswer } from './peer';

/** What we use of the runtime, which Emscripten has made. */
export interface Runtime {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _free_buffer(pointer: number): void;
  ccall(
    name: string,
    returns: 'number',
    types: 'number'[],
    values: number[],
    options: { async: true },
  ): Promise<number>;
}

/** `OPTIMAL` and `INFEASIBLE` of `CpSolverStatus`: all solutions have been found. */
const ENDED = [4, 3];

/** The answer of the runtime: the number of events, each a type and a message, then the response, whose first field is the status. */
function readAnswer(answer: Uint8Array): { count: number; status: number } {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const count = view.getUint32(0, true);
  let at = 4;
  for (let event = 0; event < count; event++) at += 5 + view.getUint32(at + 1, true);
  const status = view.getUint32(at, true) > 0 && answer[at + 4] === 8 ? answer[at + 5] : 0;
  return { count, status };
}

const SOLUTIONS = 1;

/** Counts by listing. This thread does nothing else meanwhile. */
export async function countWith(runtime: Runtime, model: ConstraintModel, limitMs: number): Promise<PeerAnswer> {
  const began = performance.now();
  const give = (bytes: Uint8Array): number => {
    const pointer = runtime._malloc(bytes.length);
    runtime.HEAPU8.set(bytes, pointer);
    return pointer;
  };
  const question = cpSatModel(model);
  const parameters = cpSatParameters(limitMs / 1000);
  const [questionAt, parametersAt, lengthAt] = [give(question), give(parameters), runtime._malloc(4)];
  const answerAt = await runtime.ccall(
    'solve_model_with_callback_events',
    'number',
    ['number', 'number', 'number', 'number', 'number', 'number'],
    [questionAt, question.length, parametersAt, parameters.length, SOLUTIONS, lengthAt],
    { async: true },
  );
  const length = new DataView(runtime.HEAPU8.buffer).getUint32(lengthAt, true);
  const { count, status } = readAnswer(runtime.HEAPU8.slice(answerAt, answerAt + length));
  runtime._free_buffer(answerAt);
  for (const pointer of [questionAt, parametersAt, lengthAt]) runtime._free(pointer);
  return { count, complete: ENDED.includes(status), ms: performance.now() - began, firstMs: null };
}
