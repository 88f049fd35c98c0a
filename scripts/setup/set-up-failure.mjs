/** Something a person has to do before the set-up can go on: the message is all they need to read. */
export class SetUpFailure extends Error {
  /** @override */
  name = 'SetUpFailure';
}
