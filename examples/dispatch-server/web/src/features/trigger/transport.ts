/** What the browser does for a web call: the vendor's media, or the simulator in its place. */
export interface WebCallTransport {
  join(): Promise<void>;
  /** Only where the driver's words are typed. */
  say?(text: string): Promise<void>;
  hangUp(): Promise<void>;
}

/** A reason not to join that the reader can act on. */
export class TransportProblem extends Error {
  constructor(
    message: string,
    readonly nextStep: string,
  ) {
    super(message);
    this.name = "TransportProblem";
  }
}
