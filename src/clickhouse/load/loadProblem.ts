/** Why a base cannot be loaded as asked, as a sentence for the user. */
export class LoadProblem extends Error {
  override readonly name = 'LoadProblem'
}
