/** What a command could not do, as a sentence for the user. The program prints it and ends with exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
