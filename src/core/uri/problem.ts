/** Why an otpauth URI, or a setup key, that is one is a broken one. */
export type ReadProblem =
  | 'bad-kind'
  | 'bad-secret'
  | 'no-secret'
  | 'bad-digits'
  | 'bad-period'
  | 'bad-counter'
  | 'bad-algorithm'
  | 'bad-uri'
  | 'too-long';

/** Thrown for it. Its message is the problem's word alone: the text that was read may hold a secret. */
export class OtpauthError extends Error {
  override readonly name = 'OtpauthError';
  readonly problem: ReadProblem;
  constructor(problem: ReadProblem) {
    super(problem);
    this.problem = problem;
  }
}
